import { expect, test } from "vitest";
import {
  listMessageRules,
  listTemplates,
  previewTemplate,
  resetTemplate,
  saveTemplate,
  updateMessageRule,
} from "@/lib/contracts/messages/notification-templates";
import { auditOf } from "@/tests/support/gym/audit-entries";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal } from "@/tests/support/http/api";
import { messagesOf, notifyMembers } from "@/tests/support/messages/messages";

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });
const matching = (gym: Gym, version: number) => ({ ...owner(gym), headers: { "if-match": `"${version}"` } });
const key = { kind: "welcome", channel: "email", language: "en" } as const;
const words = { subject: "Hello {{first_name}}", body: "Your {{plan_name}} at {{gym_name}} begins on {{starts_on}}." };

test("a gym has a text for every kind, channel and language before it has written one", async () => {
  const gym = await newGym();
  const { data } = await call(listTemplates, {}, owner(gym));
  expect([data.length, data.every(({ is_default, body }) => is_default && body !== "")]).toEqual([240, true]);
});

test("a text of the gym's own goes out in place of the default one, until it is reset", async () => {
  const gym = await newGym();
  const saved = await call(saveTemplate, { ...key, ...words }, owner(gym));
  expect([saved.is_default, saved.version]).toEqual([false, 1]);
  const member_id = await newMember(gym, { email: "alex@example.com" });
  const news = { member_id, event_key: "welcome:1", variables: { plan_name: "Unlimited", starts_on: "2026-03-12" } };
  await notifyMembers(gym, "welcome", [news]);
  const [message] = await messagesOf(gym);
  expect([message?.subject, message?.body]).toEqual([
    "Hello Alex",
    `Your Unlimited at ${gym.organization.name} begins on 12 March.`,
  ]);
  expect(await call(resetTemplate, key, owner(gym))).toMatchObject({ is_default: true, version: 0 });
});

test("P8 a variable that the kind does not have is refused, with the ones that it has", async () => {
  const gym = await newGym();
  const given = { ...key, subject: "Hello", body: "Your {{days_left}} days, {{ nickname }}" };
  const { status, errors } = await refusal(saveTemplate, given, owner(gym));
  expect([status, errors]).toEqual([
    422,
    [
      {
        field: "body",
        message:
          "{{days_left}}, {{nickname}} is unknown. Use {{first_name}}, {{full_name}}, {{gym_name}}, {{location_name}}, {{member_code}}, {{link}}, {{plan_name}}, {{starts_on}}",
      },
    ],
  ]);
});

test("P8 braces that are left open are no variable", async () => {
  const gym = await newGym();
  for (const body of ["Hello {{first_name", "Hello first_name}}", "{{first_name}} {{"]) {
    expect((await refusal(saveTemplate, { ...key, subject: "Hello", body }, owner(gym))).status, body).toBe(422);
  }
});

test("a mail needs a subject, and only WhatsApp takes an approved template", async () => {
  const gym = await newGym();
  const { errors } = await refusal(
    saveTemplate,
    { ...key, body: "Hello", content_sid: `HX${"0".repeat(32)}` },
    owner(gym),
  );
  expect(errors?.map(({ field }) => field)).toEqual(["subject", "content_sid"]);
});

test("of two concurrent edits of a text the second is rejected", async () => {
  const gym = await newGym();
  await call(saveTemplate, { ...key, ...words }, matching(gym, 0));
  expect((await refusal(saveTemplate, { ...key, ...words }, matching(gym, 0))).status).toBe(412);
  expect((await refusal(resetTemplate, key, matching(gym, 7))).status).toBe(412);
  const both = [1, 1].map((version) => call(saveTemplate, { ...key, ...words }, matching(gym, version)));
  expect((await Promise.allSettled(both)).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a preview reads as the mail will, with the member's own name", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, { first_name: "Zoë & Co <b>", email: "zoe@example.com" });
  const shown = await call(previewTemplate, { ...key, ...words, member_id }, owner(gym));
  expect([shown.subject, shown.missing, shown.segments]).toEqual(["Hello Zoë & Co <b>", [], null]);
  expect(shown.body).toContain(`Your Unlimited at ${gym.organization.name} begins on `);
  expect(shown.html).toContain("<!DOCTYPE html");
});

test("a preview of a text message counts the SMS that it takes", async () => {
  const gym = await newGym();
  const shown = await call(previewTemplate, { channel: "sms", body: `Namaste 🙏 ${"x".repeat(70)}` }, owner(gym));
  expect([shown.segments, shown.html]).toEqual([2, null]);
});

test("A3 a preview with a member of another location or gym is rejected", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const branch = await newLocation(gym, "Branch");
  const bound = { token: (await newBoundStaff(gym, "admin", [branch])).token };
  const there = { ...key, ...words, member_id: await newMember(gym) };
  expect((await refusal(previewTemplate, there, bound)).status).toBe(404);
  expect((await refusal(previewTemplate, { ...there, member_id: await newMember(other) }, owner(gym))).status).toBe(
    404,
  );
});

test("A1 a gym's texts and rules are its own", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  await call(saveTemplate, { ...key, ...words }, owner(gym));
  await call(updateMessageRule, { kind: "birthday", is_on: false }, owner(gym));
  const { data } = await call(listTemplates, key, owner(other));
  expect(data.map(({ is_default }) => is_default)).toEqual([true]);
  const rules = (await call(listMessageRules, {}, owner(other))).data;
  expect(rules.every(({ is_on, version }) => is_on && version === 0)).toBe(true);
});

test("a kind that is switched off is not sent, and one with other channels goes there", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, { email: "alex@example.com", phone: "+4915112345678" });
  const news = { member_id, event_key: "welcome:1", variables: { plan_name: "Unlimited", starts_on: "2026-03-12" } };
  await call(updateMessageRule, { kind: "welcome", is_on: false }, owner(gym));
  await notifyMembers(gym, "welcome", [news]);
  expect(await messagesOf(gym)).toEqual([]);
  const on = await call(updateMessageRule, { kind: "welcome", is_on: true, channels: ["sms"] }, matching(gym, 1));
  expect(on).toMatchObject({ is_on: true, channels: ["sms"], version: 2 });
  await notifyMembers(gym, "welcome", [news]);
  expect((await messagesOf(gym)).map(({ channel }) => channel)).toEqual(["sms"]);
});

test("a rule names each channel once, and a stale change is refused", async () => {
  const gym = await newGym();
  const twice = { kind: "welcome", channels: ["sms", "sms"] };
  expect((await refusal(updateMessageRule, twice, owner(gym))).status).toBe(422);
  await call(updateMessageRule, { kind: "welcome", is_on: false }, owner(gym));
  expect((await refusal(updateMessageRule, { kind: "welcome", is_on: true }, matching(gym, 0))).status).toBe(412);
});

test("A9 the trail shows who changed a text, from what to what", async () => {
  const gym = await newGym();
  await call(saveTemplate, { ...key, ...words }, owner(gym));
  await call(saveTemplate, { ...key, ...words, subject: "Hi" }, owner(gym));
  const [entry] = await auditOf(gym, "notification_templates.save");
  expect([entry?.before?.subject, entry?.after?.subject]).toEqual(["Hello {{first_name}}", "Hi"]);
});
