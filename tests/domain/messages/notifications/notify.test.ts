import { expect, test } from "vitest";
import { messageRules, messageTemplates, organizations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newBlock, newChoice } from "@/tests/support/messages/contacts";
import { messagesOf, noon, notifyMembers } from "@/tests/support/messages/messages";

const inGym = ({ organization_id }: Pick<Gym, "organization_id">) => ({ organization_id, user_id: null });
const consent = { marketing_consent_at: "2026-01-01T00:00:00Z", marketing_consent_source: "member" as const };
const rahel = { first_name: "Rahel", last_name: "Tesfaye", email: "rahel@example.com", phone: "+14155550132" };

const welcome = (member_id: string, plan_name: string | null = "Unlimited") => ({
  member_id,
  event_key: `welcome:${member_id}`,
  variables: { plan_name, starts_on: "2026-03-12" },
});
const birthday = (member_id: string) => ({ member_id, event_key: "birthday:2026", variables: {} });

test("P1 twenty concurrent calls with the same event key make one message", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, rahel);
  const results = await Promise.all(
    Array.from({ length: 20 }, () => notifyMembers(gym, "welcome", [welcome(member_id)])),
  );
  expect(results.reduce((sum, { counts }) => sum + counts.queued, 0)).toBe(1);
  expect(await messagesOf(gym)).toHaveLength(1);
  const again = await notifyMembers(gym, "welcome", [welcome(member_id), welcome(member_id)]);
  expect([again.counts, again.events]).toEqual([{ is_on: true, queued: 0, held: 0, suppressed: 0, already: 2 }, []]);
});

test("P1 a member who got the mail does not get it again as a text message, even after a changed preference", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, rahel);
  await notifyMembers(gym, "welcome", [welcome(member_id)]);
  await inTenant(inGym(gym), (db) =>
    db.insert(messageRules).values({
      organization_id: gym.organization_id,
      kind: "welcome",
      is_on: true,
      channels: ["sms"],
    }),
  );
  expect((await notifyMembers(gym, "welcome", [welcome(member_id)])).counts.already).toBe(1);
  expect((await messagesOf(gym)).map(({ channel }) => channel)).toEqual(["email"]);
});

test("a message has its words, its address and the event that sends it off", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, rahel);
  const { counts, events } = await notifyMembers(gym, "membership_expiring", [
    {
      member_id,
      event_key: "expiring:1:2026-03-12:7",
      variables: { plan_name: "Unlimited", ends_on: "2026-03-12", days_left: 7 },
      link: "https://gym.example.com/renew",
    },
  ]);
  expect(counts).toEqual({ is_on: true, queued: 1, held: 0, suppressed: 0, already: 0 });
  expect(events).toEqual([{ name: "notifications/message.queued", payload: { channel: "email", lane: "bulk" } }]);
  expect((await messagesOf(gym))[0]).toMatchObject({
    member_id,
    channel: "email",
    category: "reminder",
    language: "en",
    to_address: "rahel@example.com",
    to_name: "Rahel Tesfaye",
    subject: "Your Unlimited ends on 12 March",
    link: "https://gym.example.com/renew",
    state: "queued",
    send_after: "2026-03-05T12:00:00.000Z",
    other_channels: ["sms"],
  });
});

test("the preferred channel comes first, in the member's own language and the gym's own words", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, { ...rahel, preferred_channel: "sms", language: "es" });
  await inTenant(inGym(gym), (db) =>
    db.insert(messageTemplates).values({
      organization_id: gym.organization_id,
      kind: "welcome",
      channel: "sms",
      language: "es",
      body: "Hola {{first_name}}, empiezas el {{starts_on}}",
    }),
  );
  await notifyMembers(gym, "welcome", [welcome(member_id)]);
  expect((await messagesOf(gym))[0]).toMatchObject({
    channel: "sms",
    language: "es",
    to_address: "+14155550132",
    subject: "",
    body: "Hola Rahel, empiezas el 12 de marzo",
    other_channels: ["email"],
  });
});

test("a member without a language reads the gym's, and English where the gym's is not written", async () => {
  const languageAt = async (locale: string) => {
    const gym = await newGym();
    const member_id = await newMember(gym, rahel);
    await inTenant(inGym(gym), (db) => db.update(organizations).set({ locale }));
    await notifyMembers({ ...gym, organization: { ...gym.organization, locale } }, "welcome", [welcome(member_id)]);
    return (await messagesOf(gym))[0]?.subject;
  };
  expect(await languageAt("hi-IN")).toMatch(/ में आपका स्वागत है, Rahel$/);
  expect(await languageAt("de-DE")).toMatch(/^Welcome to /);
});

test("P5 a receipt goes to a member who opted out of marketing and reminders; those do not", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, rahel);
  for (const category of ["reminder", "marketing"] as const)
    for (const channel of ["email", "sms"] as const) await newChoice(gym, member_id, [channel, category, false]);
  await notifyMembers(gym, "welcome", [welcome(member_id)]);
  await notifyMembers(gym, "birthday", [birthday(member_id)]);
  await notifyMembers(gym, "membership_expired", [
    { member_id, event_key: "expired:1", variables: { plan_name: "Unlimited", ended_on: "2026-03-04" } },
  ]);
  expect((await messagesOf(gym)).map(({ kind, state, reason }) => [kind, state, reason])).toEqual([
    ["welcome", "queued", null],
    ["birthday", "suppressed", "no_consent"],
    ["membership_expired", "suppressed", "opted_out"],
  ]);
});

test("P6 advertising waits for the morning at the member's own location, on the day of the clock change too", async () => {
  const gym = await newGym({ time_zone: "Europe/Berlin" });
  const kolkata = await newLocation(gym, "Kolkata", "Asia/Kolkata");
  const here = await newMember(gym, { ...rahel, ...consent });
  const there = await newMember(gym, {
    first_name: "Asha",
    email: "asha@example.com",
    home_location_id: kolkata,
    ...consent,
  });
  await notifyMembers(gym, "birthday", [birthday(here), birthday(there)], "2026-03-28T22:00:00Z");
  expect((await messagesOf(gym)).map(({ to_name, send_after }) => [to_name, send_after])).toEqual([
    ["Rahel Tesfaye", "2026-03-29T07:00:00.000Z"],
    ["Asha", "2026-03-29T03:30:00.000Z"],
  ]);
});

test("P6 what is no advertising goes out at any hour", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, rahel);
  await notifyMembers(gym, "welcome", [welcome(member_id)], "2026-03-06T02:00:00Z");
  expect((await messagesOf(gym))[0]?.send_after).toBe("2026-03-06T02:00:00.000Z");
});

test("P7 a minor's message goes to the guardian and says why", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, {
    ...rahel,
    birth_on: "2012-06-01",
    guardian_name: "Saba Tesfaye",
    guardian_email: "saba@example.com",
  });
  await notifyMembers(gym, "welcome", [welcome(member_id)]);
  const [message] = await messagesOf(gym);
  expect([message?.to_name, message?.to_address]).toEqual(["Saba Tesfaye", "saba@example.com"]);
  expect(message?.body).toMatch(/\n\nYou receive this because you look after Rahel Tesfaye\.$/);
});

test("P8 a message with an unknown variable is held and names what is missing", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, rahel);
  const { counts, events } = await notifyMembers(gym, "welcome", [welcome(member_id, "")]);
  expect([counts.held, counts.queued, events]).toEqual([1, 0, []]);
  expect((await messagesOf(gym))[0]).toMatchObject({ state: "held", reason: "missing_variable", detail: "plan_name" });
});

test("P9 a bounced address is passed over for the next channel, and named where there is none", async () => {
  const gym = await newGym();
  const [both, mail_only] = [
    await newMember(gym, rahel),
    await newMember(gym, { first_name: "Kai", email: "kai@example.com" }),
  ];
  await newBlock(gym, { address: "rahel@example.com" });
  await newBlock(gym, { address: "kai@example.com" });
  await notifyMembers(gym, "welcome", [welcome(both), welcome(mail_only)]);
  expect((await messagesOf(gym)).map(({ channel, state, reason }) => [channel, state, reason])).toEqual([
    ["sms", "queued", null],
    ["email", "suppressed", "blocked_address"],
  ]);
});

test("a kind that the gym has switched off writes nothing, not even that it did not", async () => {
  const gym = await newGym();
  const { organization_id } = gym;
  await inTenant(inGym(gym), (db) =>
    db.insert(messageRules).values({ organization_id, kind: "birthday", is_on: false, channels: ["email"] }),
  );
  const member_id = await newMember(gym, { ...rahel, ...consent });
  expect((await notifyMembers(gym, "birthday", [birthday(member_id)])).counts.is_on).toBe(false);
  expect(await messagesOf(gym)).toEqual([]);
});

test("A1 a member of another gym gets nothing", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const stranger = await newMember(other, rahel);
  await notifyMembers(gym, "welcome", [welcome(stranger)], noon);
  expect([await messagesOf(gym), await messagesOf(other)]).toEqual([[], []]);
});
