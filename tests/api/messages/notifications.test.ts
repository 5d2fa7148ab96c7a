import { expect, test } from "vitest";
import { messageTemplates } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/messages/notifications";
import { listMessages } from "@/lib/domain/messages/notifications";
import { auditOf } from "@/tests/support/gym/audit-entries";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal } from "@/tests/support/http/api";
import { change } from "@/tests/support/messages/delivery";
import { messagesOf, notifyMembers } from "@/tests/support/messages/messages";

const as = (gym: Gym, role: keyof Gym["people"] = "receptionist") => ({ token: gym.people[role].token });
const rahel = { first_name: "Rahel", last_name: "Tesfaye", email: "rahel@example.com", phone: "+14155550132" };

const welcome = (gym: Gym, member_id: string, plan_name: string | null = "Unlimited") =>
  notifyMembers(gym, "welcome", [
    { member_id, event_key: "welcome:1", variables: { plan_name, starts_on: "2026-03-12" } },
  ]);

test("the desk writes to a member, on the channel that they prefer", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, { ...rahel, preferred_channel: "sms" });
  const sent = await call(
    contracts.sendMessage,
    { member_id, body: "Hello {{first_name}}, your towel waits." },
    as(gym),
  );
  expect(sent).toMatchObject({ kind: "direct", channel: "sms", to_address: "+14155550132", state: "queued" });
  expect((await call(contracts.getMessage, { id: sent.id }, as(gym))).text.body).toBe("Hello Rahel, your towel waits.");
  const [entry] = await auditOf(gym, "notifications.send");
  expect(entry).toMatchObject({ target_id: member_id, after: { channel: "sms", state: "queued" } });
});

test("a message that may not be sent is stored with its reason, and an unknown variable is rejected", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, rahel);
  const advert = { member_id, channel: "email" as const, category: "marketing" as const, body: "Come back" };
  const sent = await call(contracts.sendMessage, advert, as(gym));
  expect([sent.state, sent.reason, sent.explanation]).toEqual([
    "suppressed",
    "no_consent",
    "The member has not consented to marketing.",
  ]);
  const typed = await refusal(contracts.sendMessage, { member_id, body: "Hello {{fist_name}}" }, as(gym));
  expect([typed.status, typed.errors?.[0]?.field]).toEqual([422, "body"]);
});

test("the log is read page by page, newest first, and each filter narrows it", async () => {
  const gym = await newGym();
  const ids: string[] = [];
  for (let n = 0; n < 5; n++) ids.push(await newMember(gym, { first_name: `M${n}`, email: `m${n}@example.com` }));
  for (const [n, member_id] of ids.entries())
    await notifyMembers(
      gym,
      "welcome",
      [{ member_id, event_key: "w", variables: { plan_name: "Unlimited", starts_on: "2026-03-12" } }],
      `2026-03-0${n + 1}T12:00:00Z`,
    );
  const names = async (input: object) => {
    const { data, next_cursor } = await call(contracts.listMessages, input, as(gym));
    return { names: data.map(({ member_name }) => member_name), next_cursor };
  };
  const first = await names({ limit: 2 });
  expect(first.names).toEqual(["M4", "M3"]);
  expect((await names({ limit: 2, cursor: first.next_cursor })).names).toEqual(["M2", "M1"]);
  expect((await names({ from_on: "2026-03-02", to_on: "2026-03-03" })).names).toEqual(["M2", "M1"]);
  expect((await names({ q: "M3@" })).names).toEqual(["M3"]);
  expect((await names({ member_id: ids[0] })).names).toEqual(["M0"]);
  expect((await names({ state: ["held", "failed"] })).names).toEqual([]);
  expect((await names({ kind: "welcome", category: "transactional", channel: "email" })).names).toHaveLength(5);
});

test("A3 who works at one location sees what was sent to its members and to no others", async () => {
  const gym = await newGym();
  const away = await newLocation(gym, "Away");
  const [here, there] = [
    await newMember(gym, rahel),
    await newMember(gym, { first_name: "Asha", email: "asha@example.com", home_location_id: away }),
  ];
  await welcome(gym, here);
  await welcome(gym, there);
  const bound = await newBoundStaff(gym, "receptionist", [away]);
  const { data } = await listMessages(bound.caller, {});
  expect(data.map(({ member_name }) => member_name)).toEqual(["Asha"]);
  const hidden = (await messagesOf(gym)).find(({ member_id }) => member_id === here);
  expect((await refusal(contracts.getMessage, { id: hidden?.id }, { token: bound.token })).status).toBe(404);
  expect((await refusal(contracts.retryMessage, { id: hidden?.id }, { token: bound.token })).status).toBe(404);
  expect(
    (await refusal(contracts.sendMessage, { member_id: here, body: "Hello" }, { token: bound.token })).status,
  ).toBe(404);
});

test("P8 a held message says what it lacks, and goes out once its text asks for no more than is known", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, rahel);
  await welcome(gym, member_id, null);
  const [{ id, explanation } = { id: "", explanation: "" }] = (await call(contracts.listMessages, {}, as(gym))).data;
  expect(explanation).toBe("plan_name has no value. Fill it in or change the text, then send the message again.");
  expect((await refusal(contracts.retryMessage, { id }, as(gym))).code).toBe("conflict");
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.insert(messageTemplates).values({
      organization_id: gym.organization_id,
      kind: "welcome",
      channel: "email",
      language: "en",
      subject: "Welcome",
      body: "Hello {{first_name}}, see you on {{starts_on}}.",
    }),
  );
  expect((await call(contracts.retryMessage, { id }, as(gym))).state).toBe("queued");
  expect((await messagesOf(gym))[0]).toMatchObject({ subject: "Welcome", body: "Hello Rahel, see you on 12 March." });
});

test("a failed message is sent again to the address as it is by then, from the beginning", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, rahel);
  await welcome(gym, member_id);
  const [{ id } = { id: "" }] = await messagesOf(gym);
  await change(gym, id, {
    state: "failed",
    reason: "rejected",
    attempts: 4,
    to_address: "old@example.com",
    batch_id: "0197f0a0-0000-7000-8000-0000000000ff",
    ended_at: "2026-03-06T12:00:00Z",
  });
  const again = await call(contracts.retryMessage, { id }, as(gym));
  expect(again).toMatchObject({
    state: "queued",
    reason: null,
    attempts: 0,
    to_address: "rahel@example.com",
    ended_at: null,
  });
  expect((await messagesOf(gym))[0]?.batch_id).toBeNull();
  expect((await refusal(contracts.retryMessage, { id }, as(gym))).code).toBe("conflict");
});

test("a mail is shown as it goes out, and a push message names no device", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, rahel);
  await welcome(gym, member_id);
  const [{ id } = { id: "" }] = await messagesOf(gym);
  const { text } = await call(contracts.getMessage, { id }, as(gym));
  expect(text.html).toContain('lang="en"');
  await change(gym, id, { channel: "push", to_address: `${id},${member_id}` });
  expect((await call(contracts.getMessage, { id }, as(gym))).to_address).toBe("2 devices");
});
