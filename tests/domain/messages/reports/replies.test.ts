import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { POST } from "@/app/api/webhooks/twilio/[org]/route";
import { messages } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { allows } from "@/lib/domain/messages/contacts/contact";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { contactAt } from "@/tests/support/messages/contacts";
import { byTwilio, newMessage, requestFor, uses } from "@/tests/support/messages/reports";

const number = "+4915112345678";
const slugOf = (gym: Gym) => gym.organization.slug;

const hear = (gym: Gym, fields: Record<string, string>, search = "") =>
  POST(requestFor(slugOf(gym), "twilio", byTwilio(slugOf(gym), fields, search)));

const reply = (gym: Gym, Body: string, MessageSid: string, From = number) =>
  hear(gym, { MessageSid, From, To: "+14155550100", Body, SmsStatus: "received" });

async function gymWithTwilio() {
  const gym = await newGym();
  await uses(gym, "twilio");
  return gym;
}

test("P4 STOP silences the number at once for everybody who has it, and START opens it again", async () => {
  const gym = await gymWithTwilio();
  const parent = await newMember(gym, { phone: number });
  const child = await newMember(gym, { birth_on: "2015-01-01", guardian_phone: number });
  const open = async () =>
    Promise.all([parent, child].map(async (id) => allows(await contactAt(gym, id), "sms", "transactional")));
  expect((await reply(gym, "Stop.", "SM1")).status).toBe(200);
  expect(await open()).toEqual([false, false]);
  await reply(gym, "START", "SM2");
  expect(await open()).toEqual([true, true]);
});

test("P4 an old STOP that comes a second time does not take a START back", async () => {
  const gym = await gymWithTwilio();
  const id = await newMember(gym, { phone: number });
  for (const [word, sid] of [
    ["STOP", "SM1"],
    ["START", "SM2"],
    ["STOP", "SM1"],
  ] as const)
    await reply(gym, word, sid);
  expect(allows(await contactAt(gym, id), "sms", "reminder")).toBe(true);
});

test("P4 a STOP counts before anybody has the number, and is the reason that stays", async () => {
  const gym = await gymWithTwilio();
  await reply(gym, "STOPALL", "SM1");
  const message = await newMessage(gym, "twilio");
  await hear(gym, status(message.provider_message_id, "undelivered", "30005"), `?message_id=${message.id}`);
  const contact = await contactAt(gym, await newMember(gym, { phone: number }));
  expect(contact.endpoints.sms.block?.reason).toBe("stop");
});

test("P4 STOP by WhatsApp leaves text messages alone", async () => {
  const gym = await gymWithTwilio();
  const id = await newMember(gym, { phone: number });
  await reply(gym, "stop", "SM1", `whatsapp:${number}`);
  const contact = await contactAt(gym, id);
  expect([allows(contact, "whatsapp", "reminder"), allows(contact, "sms", "reminder")]).toEqual([false, true]);
});

test("any other answer blocks no address, and Twilio gets no reply text", async () => {
  const gym = await gymWithTwilio();
  const id = await newMember(gym, { phone: number });
  const answer = await reply(gym, "Can I stop by at six?", "SM1");
  expect([answer.headers.get("content-type"), await answer.text()]).toEqual(["text/xml", "<Response/>"]);
  expect(allows(await contactAt(gym, id), "sms", "reminder")).toBe(true);
});

const status = (sid: string | null, MessageStatus: string, ErrorCode?: string) => ({
  MessageSid: sid ?? "",
  MessageStatus,
  To: number,
  ...(ErrorCode && { ErrorCode }),
});

test("status calls of Twilio in any order end in delivered", async () => {
  const gym = await gymWithTwilio();
  for (const order of [
    ["sent", "delivered"],
    ["delivered", "sent"],
    ["delivered", "delivered", "queued"],
  ]) {
    const message = await newMessage(gym, "twilio");
    for (const step of order) await hear(gym, status(message.provider_message_id, step), `?message_id=${message.id}`);
    const [row] = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
      db.select({ state: messages.state }).from(messages).where(eq(messages.id, message.id)),
    );
    expect(row?.state, order.join()).toBe("delivered");
  }
});

test("P9 a number that does not exist is not written to again", async () => {
  const gym = await gymWithTwilio();
  const id = await newMember(gym, { phone: number });
  const message = await newMessage(gym, "twilio", { member_id: id });
  await hear(gym, status(message.provider_message_id, "undelivered", "30005"));
  expect((await contactAt(gym, id)).endpoints.sms.block?.reason).toBe("dead_address");
});

test("a forged call, or one to another gym's address, is rejected", async () => {
  const [gym, other] = await Promise.all([gymWithTwilio(), gymWithTwilio()]);
  const id = await newMember(gym, { phone: number });
  const stop = { MessageSid: "SM1", From: number, To: "+14155550100", Body: "STOP", SmsStatus: "received" };
  const genuine = byTwilio(slugOf(other), stop);
  const forged = { ...byTwilio(slugOf(gym), stop), body: new URLSearchParams({ ...stop, From: "+491" }).toString() };
  for (const sent of [genuine, forged]) {
    expect((await POST(requestFor(slugOf(gym), "twilio", sent))).status).toBe(401);
  }
  expect(allows(await contactAt(gym, id), "sms", "reminder")).toBe(true);
});
