import { expect, test } from "vitest";
import { messageProviders } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/messages/notification-providers";
import { configOf, findProvider } from "@/lib/domain/messages/providers";
import { auditOf } from "@/tests/support/gym/audit-entries";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { call, refusal } from "@/tests/support/http/api";

const as = (gym: Gym, if_match?: number) => ({
  token: gym.people.gym_owner.token,
  ...(if_match !== undefined && { headers: { "if-match": `"${if_match}"` } }),
});
const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });
const rows = (gym: Gym) => inTenant(inGym(gym), (db) => db.select().from(messageProviders));
const stored = (gym: Gym) =>
  inTenant(inGym(gym), (db) => findProvider({ db, organization_id: gym.organization_id }, "email"));

const resend = {
  channel: "email" as const,
  vendor: "resend" as const,
  settings: { from_email: "hello@gym.example" },
  secrets: { api_key: "re_top_secret", webhook_secret: "whsec_c2VjcmV0" },
};

test("a provider's secrets are encrypted, and are in no response and no audit entry", async () => {
  const gym = await newGym();
  const saved = await call(contracts.saveProvider, resend, as(gym));
  expect(saved).toMatchObject({
    vendor: "resend",
    owner: "organization",
    settings: { from_email: "hello@gym.example" },
    secrets: ["api_key", "webhook_secret"],
    webhook_url: `http://127.0.0.1:3000/api/webhooks/resend/${gym.organization.slug}`,
    version: 1,
  });
  const [row] = await rows(gym);
  const bytes = row?.credentials_ciphertext
    ?.split(".")
    .map((part) => Buffer.from(part, "base64url").toString("latin1"))
    .join("");
  const trail = await auditOf(gym, "notification_providers.save");
  expect(JSON.stringify([saved, row, bytes, trail])).not.toMatch(/top_secret|whsec/);
  expect(trail[0]?.after).toMatchObject({ channel: "email", secrets_changed: ["api_key", "webhook_secret"] });
});

test("A1 a secret encrypted for one gym or channel cannot be decrypted for another", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  await call(contracts.saveProvider, resend, as(gym));
  const row = await stored(gym);
  if (!row) return expect.unreachable("the provider was stored");
  expect(configOf(row).settings).toMatchObject({ api_key: "re_top_secret" });
  expect(() => configOf({ ...row, organization_id: other.organization_id })).toThrow();
  expect(() => configOf({ ...row, channel: "sms" })).toThrow();
  expect((await call(contracts.listProviders, {}, as(other))).data.map(({ vendor }) => vendor)).toEqual([
    "local",
    "local",
    "local",
    "local",
  ]);
});

test("a secret that is left out stays while the vendor does, and an empty one is forgotten", async () => {
  const gym = await newGym();
  await call(contracts.saveProvider, resend, as(gym));
  const again = { ...resend, settings: { from_email: "team@gym.example" }, secrets: {} };
  expect((await call(contracts.saveProvider, again, as(gym))).secrets).toEqual(["api_key", "webhook_secret"]);
  const without = await call(contracts.saveProvider, { ...again, secrets: { webhook_secret: "" } }, as(gym));
  expect([without.secrets, without.version]).toEqual([["api_key"], 3]);
  const moved = { ...again, vendor: "sendgrid" as const, secrets: {} };
  expect((await refusal(contracts.saveProvider, moved, as(gym))).errors).toEqual([
    { field: "secrets.api_key", message: expect.any(String) },
  ]);
});

test("each error names its field, and unknown settings of the vendor are rejected", async () => {
  const gym = await newGym();
  const faults = async (input: object) =>
    (await refusal(contracts.saveProvider, input as Record<string, unknown>, as(gym))).errors?.map(
      ({ field }) => field,
    );
  const twilio = { channel: "sms", vendor: "twilio" };
  expect(await faults({ ...twilio, settings: { account_sid: "AC1", sender: "hello" } })).toEqual([
    "settings.account_sid",
    "secrets.auth_token",
    "settings.sender",
  ]);
  expect(await faults({ ...resend, settings: {} })).toEqual(["settings.from_email"]);
  expect(await faults({ ...resend, settings: { ...resend.settings, api_key: "re_in_the_open" } })).toEqual([
    "settings.api_key",
  ]);
  expect(await faults({ ...resend, channel: "sms" })).toEqual(["vendor"]);
  const smtp = {
    channel: "email",
    vendor: "smtp",
    settings: { from_email: "a@gym.example", host: "mail.example.com", port: "587", security: "starttls" },
  };
  expect(await faults(smtp)).toBeUndefined();
});

test("saving over newer settings of another user is rejected", async () => {
  const gym = await newGym();
  await call(contracts.saveProvider, resend, as(gym, 0));
  expect((await refusal(contracts.saveProvider, resend, as(gym, 0))).code).toBe("version_conflict");
  expect((await call(contracts.saveProvider, resend, as(gym, 1))).version).toBe(2);
});

test("a removed provider leaves no data, and mail goes to the local outbox again", async () => {
  const gym = await newGym();
  await call(contracts.saveProvider, resend, as(gym));
  expect(await call(contracts.removeProvider, { channel: "email" }, as(gym))).toMatchObject({
    vendor: "local",
    owner: "installation",
    secrets: [],
    version: 0,
  });
  expect(await rows(gym)).toEqual([]);
  expect((await refusal(contracts.removeProvider, { channel: "email" }, as(gym))).status).toBe(404);
});

test("a form gets the fields that each vendor requires", async () => {
  const gym = await newGym();
  const { data } = await call(contracts.listProviders, {}, as(gym));
  const named = data.map(({ channel, choices }) => [channel, choices.map(({ vendor }) => vendor)]);
  expect(named).toEqual([
    ["email", ["resend", "sendgrid", "smtp", "local"]],
    ["sms", ["twilio", "local"]],
    ["whatsapp", ["twilio", "local"]],
    ["push", ["firebase", "local"]],
  ]);
  const firebase = data[3]?.choices[0]?.fields.map(({ name, is_required, is_secret }) => [
    name,
    is_required,
    is_secret,
  ]);
  expect(firebase?.slice(0, 2)).toEqual([
    ["service_account", true, true],
    ["web_api_key", false, false],
  ]);
});

test("a test message without a provider names the outbox and is in the log", async () => {
  const gym = await newGym();
  const result = await call(contracts.testProvider, { channel: "email", to: "Me@Example.com" }, as(gym));
  expect(result).toMatchObject({
    outcome: "accepted",
    answer: "Without a provider the message is stored in the outbox of this installation.",
  });
  expect((await refusal(contracts.testProvider, { channel: "sms", to: "0123" }, as(gym))).errors?.[0]?.field).toBe(
    "to",
  );
});
