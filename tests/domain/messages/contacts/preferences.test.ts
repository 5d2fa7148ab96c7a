import { expect, test } from "vitest";
import { updateOwnProfile } from "@/lib/contracts/me/me";
import { getMember, updateMember } from "@/lib/contracts/members/members";
import {
  getOwnPreferences,
  getPreferences,
  liftBlock,
  updateOwnPreferences,
  updatePreferences,
} from "@/lib/contracts/messages/notification-preferences";
import { auditOf } from "@/tests/support/gym/audit-entries";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal } from "@/tests/support/http/api";
import { contactAt, newBlock } from "@/tests/support/messages/contacts";

const desk = (gym: Gym) => ({ token: gym.people.receptionist.token });
const own = (gym: Gym) => ({ token: gym.people.member.token });
const reachable = { email: "alex@example.com", phone: "+4915112345678" };
const marketing = (channel: "email" | "sms" | "whatsapp" | "push", is_allowed: boolean) => ({
  channel,
  category: "marketing" as const,
  is_allowed,
});
const yesTo = ({ choices }: { choices: { channel: string; category: string; is_allowed: boolean }[] }) =>
  choices.filter((one) => one.category === "marketing" && one.is_allowed).map(({ channel }) => channel);

test("N6 a member starts with receipts and reminders, and without advertising", async () => {
  const gym = await newGym();
  const id = await newMember(gym, reachable);
  const { choices, addresses } = await call(getPreferences, { id }, desk(gym));
  expect(choices.filter(({ channel }) => channel === "email")).toEqual([
    { channel: "email", category: "transactional", is_allowed: true, source: null, changed_at: null },
    { channel: "email", category: "reminder", is_allowed: true, source: null, changed_at: null },
    { channel: "email", category: "marketing", is_allowed: false, source: null, changed_at: null },
  ]);
  expect(choices).toHaveLength(12);
  expect(addresses[0]).toEqual({
    channel: "email",
    address: "alex@example.com",
    devices: 0,
    is_guardian: false,
    blocked: null,
  });
});

test("N6 consent to marketing by e-mail is stored with its source, and does not cover text messages", async () => {
  const gym = await newGym();
  const after = await call(updateOwnPreferences, { choices: [marketing("email", true)] }, own(gym));
  expect(yesTo(after)).toEqual(["email"]);
  expect(after.choices.find(({ category }) => category === "marketing")).toMatchObject({ source: "member" });
  const member = await call(getMember, { id: gym.member_id }, desk(gym));
  expect([typeof member.marketing_consent_at, member.marketing_consent_source]).toEqual(["string", "member"]);
});

test("a member who takes back the last yes has withdrawn the consent", async () => {
  const gym = await newGym();
  await call(updateOwnPreferences, { choices: [marketing("email", true)] }, own(gym));
  const after = await call(updateOwnPreferences, { choices: [marketing("email", false)] }, own(gym));
  expect(yesTo(after)).toEqual([]);
  expect((await call(getMember, { id: gym.member_id }, desk(gym))).marketing_consent_at).toBeNull();
});

test("a consent that is withdrawn in the member's form closes every channel", async () => {
  const gym = await newGym();
  const id = await newMember(gym, reachable);
  await call(updatePreferences, { id, choices: [marketing("email", true), marketing("sms", true)] }, desk(gym));
  await call(updateMember, { id, has_marketing_consent: false }, desk(gym));
  expect(yesTo(await call(getPreferences, { id }, desk(gym)))).toEqual([]);
});

test("a yes on one channel after a withdrawal does not bring the others back", async () => {
  const gym = await newGym();
  const id = await newMember(gym, reachable);
  await call(updatePreferences, { id, choices: [marketing("email", true), marketing("sms", true)] }, desk(gym));
  await call(updateMember, { id, has_marketing_consent: false }, desk(gym));
  expect(yesTo(await call(updatePreferences, { id, choices: [marketing("sms", true)] }, desk(gym)))).toEqual(["sms"]);
});

test("a consent that is given in a form opens all channels but the ones that the member excepted", async () => {
  const gym = await newGym();
  await call(updateOwnPreferences, { choices: [marketing("sms", false)] }, own(gym));
  await call(updateOwnProfile, { has_marketing_consent: true }, own(gym));
  expect(yesTo(await call(getOwnPreferences, {}, own(gym)))).toEqual(["email", "whatsapp", "push"]);
});

test("a consent given in a form after every channel was closed opens channels", async () => {
  const gym = await newGym();
  const id = await newMember(gym, reachable);
  await call(updatePreferences, { id, choices: [marketing("email", true)] }, desk(gym));
  await call(updatePreferences, { id, choices: [marketing("email", false)] }, desk(gym));
  await call(updateMember, { id, has_marketing_consent: true }, desk(gym));
  expect(yesTo(await call(getPreferences, { id }, desk(gym)))).toEqual(["email", "sms", "whatsapp", "push"]);
});

test("a repeated answer keeps the time and the source of the first", async () => {
  const gym = await newGym();
  const id = gym.member_id;
  const first = await call(updateOwnPreferences, { choices: [marketing("email", true)] }, own(gym));
  const again = await call(updatePreferences, { id, choices: [marketing("email", true)] }, desk(gym));
  expect(again.choices).toEqual(first.choices);
});

test("a form that was opened before the member unsubscribed cannot bring the consent back", async () => {
  const gym = await newGym();
  const id = gym.member_id;
  await call(updateMember, { id, has_marketing_consent: true }, desk(gym));
  const opened = await call(getMember, { id }, desk(gym));
  await call(updateOwnPreferences, { choices: [marketing("email", false)] }, own(gym));
  const stale = { ...desk(gym), headers: { "if-match": `"${opened.version}"` } };
  expect(await refusal(updateMember, { id, has_marketing_consent: true }, stale)).toMatchObject({ status: 412 });
  expect(await refusal(updatePreferences, { id, language: "hi" }, stale)).toMatchObject({ status: 412 });
});

test("P5 receipts cannot be switched off, and a duplicate pair is rejected", async () => {
  const gym = await newGym();
  const choice = { channel: "email", category: "transactional", is_allowed: false };
  expect(await refusal(updateOwnPreferences, { choices: [choice] }, own(gym))).toMatchObject({ status: 422 });
  const twice = [marketing("email", true), marketing("email", false)];
  expect(await refusal(updateOwnPreferences, { choices: twice }, own(gym))).toMatchObject({ status: 422 });
});

test("A3 staff of one location cannot read or change preferences of another location's members", async () => {
  const gym = await newGym();
  const branch = await newLocation(gym, "Branch");
  const bound = { token: (await newBoundStaff(gym, "receptionist", [branch])).token };
  const id = await newMember(gym, reachable);
  expect(await refusal(getPreferences, { id }, bound)).toMatchObject({ status: 404 });
  expect(await refusal(updatePreferences, { id, language: "es" }, bound)).toMatchObject({ status: 404 });
});

test("P7 a minor's preferences show the guardian's address", async () => {
  const gym = await newGym();
  const id = await newMember(gym, { ...reachable, birth_on: "2020-01-01", guardian_email: "sam@example.com" });
  const { addresses } = await call(getPreferences, { id }, desk(gym));
  expect(addresses[0]).toMatchObject({ address: "sam@example.com", is_guardian: true });
  expect(addresses[1]).toMatchObject({ channel: "sms", address: null });
});

test("P9 a bounced address shows on the member, and a manager may try it again", async () => {
  const gym = await newGym();
  const id = await newMember(gym, reachable);
  const block = await newBlock(gym, { address: "alex@example.com", detail: "No such mailbox" });
  const { addresses } = await call(getPreferences, { id }, desk(gym));
  expect(addresses[0]?.blocked).toEqual({
    id: block,
    reason: "hard_bounce",
    detail: "No such mailbox",
    blocked_at: "2026-03-01T09:00:00.000Z",
  });
  await call(liftBlock, { id: block }, { token: gym.people.admin.token });
  expect((await contactAt(gym, id)).endpoints.email.block).toBeNull();
});

test("P4 staff cannot lift a STOP for the member", async () => {
  const gym = await newGym();
  const id = await newBlock(gym, { channel: "sms", address: "+4915112345678", reason: "stop" });
  const answer = await refusal(liftBlock, { id }, { token: gym.people.gym_owner.token });
  expect([answer.status, answer.detail]).toEqual([
    409,
    "The member stopped these messages with STOP. Only the member can resume them, with START.",
  ]);
});

test("A9 the trail names the choice that changed, and who changed it", async () => {
  const gym = await newGym();
  const id = await newMember(gym, reachable);
  await call(updatePreferences, { id, language: "hi", choices: [marketing("email", true)] }, desk(gym));
  const [entry] = await auditOf(gym, "notification_preferences.update");
  expect([entry?.target_id, entry?.actor_id]).toEqual([id, gym.people.receptionist.user_id]);
  expect([entry?.before, entry?.after]).toEqual([
    { language: null, email_marketing: false },
    { language: "hi", email_marketing: true },
  ]);
});
