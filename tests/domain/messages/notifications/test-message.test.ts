import { afterEach, expect, test } from "vitest";
import { messageProviders } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { testProvider } from "@/lib/contracts/messages/notification-providers";
import { saveProvider } from "@/lib/domain/messages/providers";
import { setVendorEndpoint } from "@/lib/domain/messages/providers/carrier";
import { auditOf } from "@/tests/support/gym/audit-entries";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { call } from "@/tests/support/http/api";
import { newDevice } from "@/tests/support/messages/contacts";
import { resend, twilio } from "@/tests/support/messages/delivery";
import { messagesOf } from "@/tests/support/messages/messages";
import { firebaseServer, serviceAccount } from "@/tests/support/vendors/firebase-server";
import { type VendorAnswer, type VendorCall, vendorServer } from "@/tests/support/vendors/vendor-server";

afterEach(() => setVendorEndpoint(undefined));

const sendgrid = {
  channel: "email" as const,
  vendor: "sendgrid" as const,
  settings: { from_email: "hello@gym.example" },
  secrets: { api_key: "SG.a-key-of-the-gym" },
};

async function trying(provider: Parameters<typeof saveProvider>[1], answer: (call: VendorCall) => VendorAnswer) {
  const gym = await newGym();
  await saveProvider(gym.people.gym_owner.caller, provider);
  setVendorEndpoint((await vendorServer(answer)).url);
  return gym;
}

const sendTest = (gym: Gym, channel: "email" | "sms" | "push", to: string) =>
  call(testProvider, { channel, to }, { token: gym.people.gym_owner.token });

/** Everything stored of a test: the provider, the log and the audit log. */
async function keptOf(gym: Gym): Promise<string> {
  const { organization_id } = gym;
  const providers = await inTenant({ organization_id, user_id: null }, (db) => db.select().from(messageProviders));
  return JSON.stringify([providers, await messagesOf(gym), await auditOf(gym, "notification_providers.test")]);
}

/** A vendor that repeats what it was called with, as careless gateways do. */
const repeated = ({ headers }: VendorCall) => headers.get("authorization") ?? "";

test("Resend's refusal of a test message is shown in Resend's words, without the key", async () => {
  const gym = await trying(resend, (asked) => ({
    status: 401,
    body: { name: "invalid_api_key", statusCode: 401, message: `API key is invalid: ${repeated(asked)}` },
  }));
  const result = await sendTest(gym, "email", "me@example.com");
  expect([result.outcome, result.answer]).toEqual(["misconfigured", "Resend: API key is invalid: Bearer •••"]);
  expect(await keptOf(gym)).not.toContain("re_test");
});

test("SendGrid's refusal of a test message is shown in SendGrid's words, without the key", async () => {
  const gym = await trying(sendgrid, (asked) => ({
    status: 403,
    body: { errors: [{ message: `The from address is not verified: ${repeated(asked)}`, field: "from.email" }] },
  }));
  const result = await sendTest(gym, "email", "me@example.com");
  expect([result.outcome, result.answer]).toEqual([
    "misconfigured",
    "SendGrid: The from address is not verified: Bearer •••",
  ]);
  expect(await keptOf(gym)).not.toContain("a-key-of-the-gym");
});

test("Twilio's refusal of a test message is shown in Twilio's words, without the token in any writing", async () => {
  const gym = await trying(twilio, (asked) => ({
    status: 401,
    body: { code: 20003, status: 401, message: `Authenticate: ${repeated(asked)} or a token` },
  }));
  const result = await sendTest(gym, "sms", "+14155550132");
  expect([result.outcome, result.answer]).toEqual(["misconfigured", "Twilio: Authenticate: Basic ••• or ••• (20003)"]);
  const written = Buffer.from(`${twilio.settings.account_sid}:${twilio.secrets.auth_token}`).toString("base64");
  expect(await keptOf(gym)).not.toContain(written);
});

test("Firebase's refusal of a test message is shown in Firebase's words, without the private key", async () => {
  const gym = await newGym();
  const service_account = serviceAccount(gym.organization.slug);
  const { private_key } = JSON.parse(service_account) as { private_key: string };
  await firebaseServer(() => ({
    status: 403,
    body: { error: { code: 403, status: "PERMISSION_DENIED", message: `Permission denied: ${private_key}` } },
  }));
  const push = { channel: "push" as const, vendor: "firebase" as const, settings: {}, secrets: { service_account } };
  await saveProvider(gym.people.gym_owner.caller, push);
  const result = await sendTest(gym, "push", await newDevice(gym, gym.member_id));
  expect([result.outcome, result.answer]).toEqual(["misconfigured", "Firebase: Permission denied: •••"]);
  expect(await keptOf(gym)).not.toContain("PRIVATE KEY");
});

test("a forbidden mail server is rejected with a sentence, and the test is in the log", async () => {
  const gym = await trying(
    {
      channel: "email",
      vendor: "smtp",
      settings: { from_email: "hello@gym.example", host: "127.0.0.1", port: "2525", security: "none", username: "gym" },
      secrets: { password: "a-password" },
    },
    () => "cut",
  );
  const result = await sendTest(gym, "email", "me@example.com");
  expect(result.outcome).toBe("misconfigured");
  const [logged] = await messagesOf(gym);
  expect(logged).toMatchObject({ kind: "test", state: "failed", reason: "rejected", detail: result.answer });
  expect(await keptOf(gym)).not.toContain("a-password");
});
