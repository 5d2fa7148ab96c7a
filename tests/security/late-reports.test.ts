import { and, eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { POST as sendgrid } from "@/app/api/webhooks/sendgrid/[org]/route";
import { POST as twilio } from "@/app/api/webhooks/twilio/[org]/route";
import { newId } from "@/db/id";
import { blockedAddresses, messages } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { isLaterState, type MessageReason, type MessageState } from "@/lib/values/notifications";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { messagesOf } from "@/tests/support/messages/messages";
import { bySendgrid, byTwilio, newMessage, requestFor, uses } from "@/tests/support/messages/reports";

type ReportedState = { state: MessageState; reason: MessageReason | null };
const news: ReportedState[] = [
  { state: "sent", reason: null },
  { state: "failed", reason: "rejected" },
  { state: "delivered", reason: null },
  { state: "failed", reason: "bounced" },
];
const after = (all: readonly ReportedState[]): ReportedState =>
  all.reduce<ReportedState>((now, next) => (isLaterState(now, next) ? next : now), { state: "sending", reason: null });

test("P14 the last state of a message follows from what was reported, not from the order of it", () => {
  const some = fc.subarray(news, { minLength: 1 });
  const shuffled = some.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([inOrder, anyOrder]) => {
      expect(after(anyOrder)).toEqual(after(inOrder));
    }),
  );
  expect(after(news.slice(0, 3))).toEqual({ state: "delivered", reason: null });
});

const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });
const slug = (gym: Gym) => gym.organization.slug;

/** A message of the vendor to a member who can be reached on another channel too. */
async function sentBy(vendor: "twilio" | "sendgrid") {
  const gym = await newGym();
  await uses(gym, vendor);
  const member_id = await newMember(gym, { email: "alex@example.com", phone: "+4915112345678" });
  const other_channels = vendor === "twilio" ? (["email"] as const) : (["sms"] as const);
  const fields = { member_id, recipient_key: member_id, other_channels: [...other_channels], variables: {} };
  const kinds = { kind: "direct" as const, category: "transactional" as const };
  return { gym, message: await newMessage(gym, vendor, { ...fields, ...kinds }) };
}

async function twilioSays(
  gym: Gym,
  { id, provider_message_id }: { id: string; provider_message_id: string | null },
  word: string,
) {
  const code: Record<string, string> = word === "undelivered" ? { ErrorCode: "30005" } : {};
  const fields = { MessageSid: provider_message_id ?? "", MessageStatus: word, To: "+4915112345678", ...code };
  await twilio(requestFor(slug(gym), "twilio", byTwilio(slug(gym), fields, `?message_id=${id}`)));
}

const open = (gym: Gym) =>
  inTenant(inGym(gym), (db) =>
    db
      .select()
      .from(blockedAddresses)
      .where(and(eq(blockedAddresses.organization_id, gym.organization_id), isNull(blockedAddresses.lifted_at))),
  );

const orders = [
  ["sent", "delivered", "undelivered"],
  ["sent", "undelivered", "delivered"],
  ["delivered", "sent", "undelivered"],
  ["delivered", "undelivered", "sent"],
  ["undelivered", "sent", "delivered"],
  ["undelivered", "delivered", "sent"],
];

test.each(orders)(
  "P14 by SMS %s, %s, %s end in delivered, with the number open and nothing to send",
  async (...order) => {
    const { gym, message } = await sentBy("twilio");
    for (const word of [...order, ...order]) await twilioSays(gym, message, word);
    const [first, ...others] = await messagesOf(gym);
    expect([first?.state, first?.reason]).toEqual(["delivered", null]);
    const has_come_first = order.indexOf("delivered") < order.indexOf("undelivered");
    expect(others.map(({ channel, state }) => [channel, state])).toEqual(
      has_come_first ? [] : [["email", "cancelled"]],
    );
    expect(await open(gym)).toEqual([]);
  },
);

test("P14 mail that is returned after it was delivered has bounced, and is not said again elsewhere", async () => {
  const { gym, message } = await sentBy("sendgrid");
  const says = (event: string) => {
    const about = { fitflow_message_id: message.id, sg_message_id: `${message.provider_message_id}.x` };
    const one = { event, sg_event_id: newId(), timestamp: 1772712000, email: "alex@example.com", type: "bounce" };
    return sendgrid(requestFor(slug(gym), "sendgrid", bySendgrid([{ ...one, ...about }])));
  };
  for (const event of ["delivered", "bounce", "delivered", "processed", "bounce"]) await says(event);
  expect((await messagesOf(gym)).map(({ state, reason }) => [state, reason])).toEqual([["failed", "bounced"]]);
  expect((await open(gym)).map(({ reason }) => reason)).toEqual(["hard_bounce"]);
});

test("P14 what has arrived on a first channel is not said on a third when the second fails", async () => {
  const { gym, message } = await sentBy("twilio");
  await twilioSays(gym, message, "delivered");
  const second = await newMessage(gym, "twilio", {
    event_key: message.event_key,
    recipient_key: message.recipient_key,
    member_id: message.member_id,
    channel: "whatsapp",
    kind: "direct",
    other_channels: ["email"],
  });
  await twilioSays(gym, second, "failed");
  const sent = await inTenant(inGym(gym), (db) =>
    db.select({ channel: messages.channel }).from(messages).where(eq(messages.organization_id, gym.organization_id)),
  );
  expect(sent.map(({ channel }) => channel).sort()).toEqual(["sms", "whatsapp"]);
});
