import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { POST as resend } from "@/app/api/webhooks/resend/[org]/route";
import { POST as sendgrid } from "@/app/api/webhooks/sendgrid/[org]/route";
import { POST as twilio } from "@/app/api/webhooks/twilio/[org]/route";
import { newId } from "@/db/id";
import { messages } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { getPreferences } from "@/lib/contracts/messages/notification-preferences";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { call } from "@/tests/support/http/api";
import { contactAt } from "@/tests/support/messages/contacts";
import { messagesOf } from "@/tests/support/messages/messages";
import {
  byResend,
  bySendgrid,
  newMessage,
  type ReportingVendor,
  requestFor,
  uses,
} from "@/tests/support/messages/reports";

const doors = { resend, sendgrid, twilio };
type Call = ReturnType<typeof byResend>;
type Step = "sent" | "delivered" | "bounced" | "complained";
type Message = Awaited<ReturnType<typeof newMessage>>;

const report = async (gym: Gym, vendor: ReportingVendor, sent: Call) =>
  (await doors[vendor](requestFor(gym.organization.slug, vendor, sent))).status;

const stored = async (gym: Gym, id: string) => {
  const [row] = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.select().from(messages).where(eq(messages.id, id)),
  );
  return row;
};

const at: Record<Step, string> = {
  sent: "2026-03-05T12:00:00.000Z",
  delivered: "2026-03-05T12:00:04.000Z",
  bounced: "2026-03-05T12:05:00.000Z",
  complained: "2026-03-05T13:00:00.000Z",
};

function mailEvent(vendor: "resend" | "sendgrid", { id, provider_message_id, to_address }: Message, step: Step): Call {
  const event_id = `${step}-${id}`;
  if (vendor === "resend") {
    const bounce = step === "bounced" ? { bounce: { type: "Permanent", message: "No such mailbox" } } : {};
    const data = { email_id: provider_message_id, to: [to_address], tags: { message_id: id }, ...bounce };
    return byResend({ type: `email.${step}`, created_at: at[step], data }, { id: event_id });
  }
  const names = { sent: "processed", delivered: "delivered", bounced: "bounce", complained: "spamreport" };
  return bySendgrid([
    {
      event: names[step],
      sg_event_id: event_id,
      sg_message_id: `${provider_message_id}.filterdrecv`,
      email: to_address,
      timestamp: Date.parse(at[step]) / 1000,
      ...(step === "bounced" && { reason: "No such mailbox", type: "bounce" }),
    },
  ]);
}

describe.each(["resend", "sendgrid"] as const)("reports of %s", (vendor) => {
  test("move a message on and keep when it arrived", async () => {
    const gym = await newGym();
    await uses(gym, vendor);
    const message = await newMessage(gym, vendor);
    expect(await report(gym, vendor, mailEvent(vendor, message, "delivered"))).toBe(204);
    expect(await stored(gym, message.id)).toMatchObject({
      state: "delivered",
      reason: null,
      delivered_at: "2026-03-05T12:00:04.000Z",
      ended_at: "2026-03-05T12:00:04.000Z",
    });
  });

  test("P9 in any order, and each of them twice, end in the same state", async () => {
    const gym = await newGym();
    await uses(gym, vendor);
    const steps: Step[] = ["sent", "delivered", "bounced"];
    const order = fc.shuffledSubarray([...steps, ...steps], { minLength: 6 });
    await fc.assert(
      fc.asyncProperty(order, async (shuffled) => {
        const message = await newMessage(gym, vendor, { sent_at: "2026-03-05T12:00:01Z" });
        for (const step of shuffled) expect(await report(gym, vendor, mailEvent(vendor, message, step))).toBe(204);
        expect(await stored(gym, message.id)).toMatchObject({
          state: "failed",
          reason: "bounced",
          detail: "No such mailbox",
          sent_at: "2026-03-05T12:00:00.000Z",
          delivered_at: "2026-03-05T12:00:04.000Z",
          ended_at: "2026-03-05T12:05:00.000Z",
        });
      }),
      { numRuns: 8 },
    );
  });

  test("P9 a hard bounce blocks the address and shows on the member", async () => {
    const gym = await newGym();
    await uses(gym, vendor);
    const id = await newMember(gym, { email: "alex@example.com", phone: "+4915112345678" });
    const message = await newMessage(gym, vendor, { member_id: id });
    await report(gym, vendor, mailEvent(vendor, message, "bounced"));
    const { addresses } = await call(getPreferences, { id }, { token: gym.people.receptionist.token });
    expect(addresses.map(({ channel, blocked }) => [channel, blocked?.reason, blocked?.detail])).toEqual([
      ["email", "hard_bounce", "No such mailbox"],
      ["sms", undefined, undefined],
      ["whatsapp", undefined, undefined],
      ["push", undefined, undefined],
    ]);
  });

  test("P9 a member who marks a mail as spam gets no other, and the message stays delivered", async () => {
    const gym = await newGym();
    await uses(gym, vendor);
    const id = await newMember(gym, { email: "alex@example.com" });
    const message = await newMessage(gym, vendor, { member_id: id });
    for (const step of ["complained", "delivered"] as const)
      await report(gym, vendor, mailEvent(vendor, message, step));
    expect(await stored(gym, message.id)).toMatchObject({ state: "delivered", reason: "complained" });
    expect((await contactAt(gym, id)).endpoints.email.block?.reason).toBe("complaint");
  });

  test("A1 about another gym's message, or an unknown one, change nothing", async () => {
    const [gym, other] = await Promise.all([newGym(), newGym()]);
    await uses(gym, vendor);
    await uses(other, vendor);
    const foreign = await newMessage(other, vendor);
    expect(await report(gym, vendor, mailEvent(vendor, foreign, "delivered"))).toBe(204);
    const unknown = { ...foreign, id: newId(), provider_message_id: "nobody-s" };
    expect(await report(gym, vendor, mailEvent(vendor, unknown, "delivered"))).toBe(204);
    expect((await stored(other, foreign.id))?.state).toBe("sent");
    // The event was used up in the one gym only.
    expect(await report(other, vendor, mailEvent(vendor, foreign, "delivered"))).toBe(204);
    expect((await stored(other, foreign.id))?.state).toBe("delivered");
  });

  test("that are forged, old, or for a gym that is not there get one and the same answer", async () => {
    const [gym, without] = await Promise.all([newGym(), newGym()]);
    await uses(gym, vendor);
    const message = await newMessage(gym, vendor);
    const good = mailEvent(vendor, message, "delivered");
    const stale =
      vendor === "resend"
        ? byResend({ type: "email.delivered" }, { at: 1_700_000_000 })
        : bySendgrid([{ event: "delivered", sg_event_id: "1" }], { at: 1_700_000_000 });
    const calls: [string, Call][] = [
      [gym.organization.slug, { ...good, body: `${good.body} ` }],
      [gym.organization.slug, { ...good, headers: { "content-type": "application/json" } }],
      [gym.organization.slug, stale],
      [without.organization.slug, good],
      ["no-such-gym", good],
      ["%E0%A4%A", good],
    ];
    const answers = await Promise.all(
      calls.map(async ([slug, sent]) => {
        const response = await doors[vendor](requestFor(slug, vendor, sent));
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect([...new Set(answers)]).toEqual([
      '401 {"type":"/docs/errors#signature_invalid","title":"The call is not signed as it must be.","status":401,"code":"signature_invalid","detail":"The call is not signed as it must be."}',
    ]);
    expect((await stored(gym, message.id))?.state).toBe("sent");
  });

  test("that are genuine but say nothing that we know are taken without a word", async () => {
    const gym = await newGym();
    await uses(gym, vendor);
    const odd = vendor === "resend" ? byResend({ type: "contact.created" }) : bySendgrid([{ event: "open" }, {}]);
    expect(await report(gym, vendor, odd)).toBe(204);
  });
});

test("a report that comes before the vendor's own answer is not lost, and fills in the vendor's id", async () => {
  const gym = await newGym();
  await uses(gym, "resend");
  const message = await newMessage(gym, "resend", { state: "sending", sent_at: null, provider_message_id: null });
  await report(gym, "resend", mailEvent("resend", { ...message, provider_message_id: "at-resend" }, "delivered"));
  expect(await stored(gym, message.id)).toMatchObject({
    state: "delivered",
    provider_message_id: "at-resend",
    sent_at: "2026-03-05T12:00:04.000Z",
  });
});

test("a message that waits for a person, or was never with a vendor, is moved by no report", async () => {
  const gym = await newGym();
  await uses(gym, "resend");
  const held = await newMessage(gym, "resend", {
    state: "held",
    reason: "missing_variable",
    attempts: 0,
    sent_at: null,
  });
  await report(gym, "resend", mailEvent("resend", held, "delivered"));
  expect((await stored(gym, held.id))?.state).toBe("held");
});

test("two of SendGrid's calls with the same events at once count them once", async () => {
  const gym = await newGym();
  await uses(gym, "sendgrid");
  const several = await Promise.all(Array.from({ length: 5 }, () => newMessage(gym, "sendgrid")));
  const event = ({ id, provider_message_id, to_address }: Message) => ({
    event: "delivered",
    sg_event_id: id,
    sg_message_id: provider_message_id,
    email: to_address,
    timestamp: 1772712004,
  });
  const calls = [bySendgrid(several.map(event)), bySendgrid([...several].reverse().map(event))];
  expect(await Promise.all(calls.map((sent) => report(gym, "sendgrid", sent)))).toEqual([204, 204]);
  expect(await Promise.all(several.map(async ({ id }) => (await stored(gym, id))?.state))).toEqual(
    Array(5).fill("delivered"),
  );
});

test("P12 what bounced as a mail is said once by text message, however often the bounce is reported", async () => {
  const gym = await newGym();
  await uses(gym, "resend");
  const member_id = await newMember(gym, { email: "alex@example.com", phone: "+4915112345678" });
  const variables = { first_name: "Alex", gym_name: "Gym", plan_name: "Unlimited", starts_on: "12 March" };
  const message = await newMessage(gym, "resend", {
    member_id,
    recipient_key: member_id,
    other_channels: ["sms"],
    variables,
  });
  for (let times = 0; times < 3; times += 1) await report(gym, "resend", mailEvent("resend", message, "bounced"));
  const sent = (await messagesOf(gym)).map(({ channel, state, to_address }) => [channel, state, to_address]);
  expect(sent).toEqual([
    ["email", "failed", "alex@example.com"],
    ["sms", "queued", "+4915112345678"],
  ]);
});
