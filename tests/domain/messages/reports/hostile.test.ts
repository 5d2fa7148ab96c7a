import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { POST as resend } from "@/app/api/webhooks/resend/[org]/route";
import { POST as sendgrid } from "@/app/api/webhooks/sendgrid/[org]/route";
import { POST as twilio } from "@/app/api/webhooks/twilio/[org]/route";
import { newId } from "@/db/id";
import { blockedAddresses, messageReports, messages } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { retryMessage } from "@/lib/contracts/messages/notifications";
import { sized } from "@/tests/support/environment/soak";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { call } from "@/tests/support/http/api";
import { change } from "@/tests/support/messages/delivery";
import {
  byResend,
  bySendgrid,
  byTwilio,
  newMessage,
  type ReportingVendor,
  requestFor,
  uses,
} from "@/tests/support/messages/reports";

const doors = { resend, sendgrid, twilio };
type Sent = ReturnType<typeof byResend>;
type Step = "sent" | "delivered" | "failed";
type Message = { id: string; provider_message_id: string | null };

const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });
const slug = (gym: Gym) => gym.organization.slug;
const knock = (gym: Gym, vendor: ReportingVendor, sent: Sent) =>
  doors[vendor](requestFor(slug(gym), vendor, sent)).then(({ status }) => status);
/** Twilio reads an answer's words, the others want none. */
const taken = { resend: 204, sendgrid: 204, twilio: 200 };

const stateOf = async (gym: Gym, id: string) => {
  const [row] = await inTenant(inGym(gym), (db) =>
    db.select({ state: messages.state }).from(messages).where(eq(messages.id, id)),
  );
  return row?.state;
};
const countOf = (gym: Gym, table: typeof messages | typeof messageReports | typeof blockedAddresses) =>
  inTenant(inGym(gym), (db) => db.$count(table, eq(table.organization_id, gym.organization_id)));

const words = {
  resend: { sent: "email.sent", delivered: "email.delivered", failed: "email.bounced" },
  sendgrid: { sent: "processed", delivered: "delivered", failed: "bounce" },
  twilio: { sent: "sent", delivered: "delivered", failed: "failed" },
};

/** Text without repetition, so that an index cannot compress it. */
const long = Array.from({ length: 200 }, (_digest, n) => createHash("sha256").update(String(n)).digest("base64")).join(
  "",
);

/** What the vendor signs about a message, `more` beside or instead of what it usually says. */
function about(gym: Gym, vendor: ReportingVendor, message: Message, step: Step, more: object = {}): Sent {
  const event_id = `${step}-${message.id}`;
  const word = words[vendor][step];
  if (vendor === "resend") {
    const data = {
      email_id: message.provider_message_id,
      to: ["alex@example.com"],
      tags: { message_id: message.id },
      ...more,
    };
    return byResend({ type: word, created_at: "2026-03-05T12:00:00Z", data }, { id: event_id });
  }
  if (vendor === "sendgrid") {
    const { id, provider_message_id } = message;
    const mail = { sg_message_id: `${provider_message_id}.filter`, fitflow_message_id: id, email: "alex@example.com" };
    return bySendgrid([{ event: word, sg_event_id: event_id, timestamp: 1772712000, ...mail, ...more }]);
  }
  const fields = { MessageSid: message.provider_message_id ?? "", MessageStatus: word, To: "+4915112345678", ...more };
  return byTwilio(slug(gym), fields, `?message_id=${message.id}`);
}

async function set(vendor: ReportingVendor) {
  const gym = await newGym();
  await uses(gym, vendor);
  return { gym, message: await newMessage(gym, vendor) };
}

describe.each(["resend", "sendgrid", "twilio"] as const)("a call of %s", (vendor) => {
  test("that is not signed, was altered on its way, or is of another gym's account is refused", async () => {
    const { gym, message } = await set(vendor);
    const other = await newGym();
    await uses(other, vendor, { own_keys: true });
    const good = about(gym, vendor, message, "delivered");
    const plain = { "content-type": good.headers["content-type"] ?? "" };
    expect(await knock(gym, vendor, { ...good, headers: plain })).toBe(401);
    expect(await knock(gym, vendor, { ...good, body: good.body.replace("delivered", "undelivered") })).toBe(401);
    expect(await knock(other, vendor, about(other, vendor, message, "delivered"))).toBe(401);
    expect(await stateOf(gym, message.id)).toBe("sent");
    expect(await countOf(gym, messageReports)).toBe(0);
  });

  test("that is played again moves no message that has been sent once more since", async () => {
    const { gym, message } = await set(vendor);
    const member_id = await newMember(gym, { email: "other@example.com", phone: "+4915187654321" });
    await change(gym, message.id, { member_id, recipient_key: member_id });
    const failed = about(gym, vendor, message, "failed");
    await knock(gym, vendor, failed);
    expect(await stateOf(gym, message.id)).toBe("failed");
    await call(retryMessage, { id: message.id }, { token: gym.people.gym_owner.token });
    await change(gym, message.id, {
      state: "sent",
      sent_at: "2026-03-06T12:00:00Z",
      attempts: 1,
      vendor,
      provider_message_id: "the-second-try",
    });
    expect(await knock(gym, vendor, failed)).toBe(taken[vendor]);
    expect(await stateOf(gym, message.id)).toBe("sent");
    // Nor does what comes late about the first try.
    expect(await knock(gym, vendor, about(gym, vendor, message, "sent"))).toBe(taken[vendor]);
    expect(await stateOf(gym, message.id)).toBe("sent");
  });

  test("that says delivered before another says sent leaves the message delivered", async () => {
    const { gym, message } = await set(vendor);
    for (const step of ["delivered", "sent", "delivered"] as const)
      expect(await knock(gym, vendor, about(gym, vendor, message, step))).toBe(taken[vendor]);
    expect(await stateOf(gym, message.id)).toBe("delivered");
  });

  test("about an unknown message is accepted and changes nothing", async () => {
    const { gym, message } = await set(vendor);
    const unknown = { id: newId(), provider_message_id: "nobody-s" };
    expect(await knock(gym, vendor, about(gym, vendor, unknown, "failed"))).toBe(taken[vendor]);
    expect([await stateOf(gym, message.id), await countOf(gym, messages)]).toEqual(["sent", 1]);
  });

  test("of two million bytes is read and refused for its signature, and a longer one for its length", async () => {
    const { gym, message } = await set(vendor);
    const good = about(gym, vendor, message, "delivered");
    expect(await knock(gym, vendor, { ...good, body: "x".repeat(2_000_000) })).toBe(401);
    expect(await knock(gym, vendor, { ...good, body: "x".repeat(2 * 1024 * 1024 + 1) })).toBe(413);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/json", "multipart/form-data", "nonsense"])(
    "counts by its signature, though something on its way calls it %s",
    async (type) => {
      const { gym, message } = await set(vendor);
      const good = about(gym, vendor, message, "delivered");
      const headers = { ...good.headers, "content-type": type };
      expect(await knock(gym, vendor, { ...good, headers })).toBe(taken[vendor]);
      expect(await stateOf(gym, message.id)).toBe("delivered");
    },
  );

  test("with nothing in it is taken and means nothing", async () => {
    const { gym, message } = await set(vendor);
    const empty = {
      resend: [byResend([]), byResend({}), byResend(null), byResend({ type: "email.delivered", data: null })],
      sendgrid: [bySendgrid([]), bySendgrid({}), bySendgrid(null), bySendgrid([[], null, 1, "x"])],
      twilio: [byTwilio(slug(gym), {}), byTwilio(slug(gym), { MessageStatus: "delivered" })],
    };
    for (const sent of empty[vendor]) expect(await knock(gym, vendor, sent)).toBe(taken[vendor]);
    expect(await stateOf(gym, message.id)).toBe("sent");
  });

  test.each<[string, Record<ReportingVendor, object>]>([
    [
      "a character that PostgreSQL cannot store",
      {
        resend: { bounce: { type: "Permanent\u0000", message: "no\u0000 such" }, tags: { message_id: "\u0000" } },
        sendgrid: { reason: "no\u0000 such", sg_event_id: "a\u0000b", email: "a\u0000@example.com" },
        twilio: { ErrorCode: "30005\u0000", To: "+49\u0000151", PriceUnit: "\u0000" },
      },
    ],
    [
      "half a letter",
      { resend: { to: ["\ud800"] }, sendgrid: { reason: "\udc00", sg_event_id: "\ud800" }, twilio: { To: "\ufffd" } },
    ],
    [
      "names longer than any index holds",
      {
        resend: { email_id: long, to: [long] },
        sendgrid: { sg_event_id: long, sg_message_id: long, email: long },
        twilio: { MessageSid: long, To: long },
      },
    ],
    [
      "a long name beside a good one",
      {
        resend: { to: [long], bounce: { type: "Permanent", message: long.repeat(10) } },
        sendgrid: { email: long, reason: long.repeat(10), type: "bounce" },
        twilio: { To: long, ErrorCode: "30005" },
      },
    ],
    [
      "numbers that are none",
      {
        resend: { email_id: 7, to: 7 },
        sendgrid: { timestamp: "soon", type: 7 },
        twilio: { ErrorCode: "NaN", Price: "-free", PriceUnit: "gold" },
      },
    ],
    [
      "numbers beyond all bounds",
      {
        resend: { bounce: { type: 1e308, message: {} } },
        sendgrid: { timestamp: 8_640_000_000_000 },
        twilio: { ErrorCode: "9".repeat(400), Price: "-99999999999999999999.5", PriceUnit: "USD" },
      },
    ],
  ])("with %s in it is no failure of ours", async (_what, more) => {
    const { gym, message } = await set(vendor);
    expect(await knock(gym, vendor, about(gym, vendor, message, "failed", more[vendor]))).toBe(taken[vendor]);
  });
});

test.each(["9999-12-31T23:59:59Z", "+270000-01-01T00:00:00Z", "-000001-01-01T00:00:00Z", "yesterday", ""])(
  "a time as %j is taken for the time of the call",
  async (created_at) => {
    const { gym, message } = await set("resend");
    const data = { email_id: message.provider_message_id, tags: { message_id: message.id } };
    expect(await knock(gym, "resend", byResend({ type: "email.delivered", created_at, data }))).toBe(204);
    expect(await stateOf(gym, message.id)).toBe("delivered");
  },
);

test.each(["resend", "sendgrid"] as const)(
  "a call that %s signed an hour ago, or for an hour ahead, is refused",
  async (vendor) => {
    const { gym, message } = await set(vendor);
    const now = Math.floor(performance.timeOrigin / 1000);
    for (const at of [now - 3_600, now + 3_600]) {
      const data = { email_id: message.provider_message_id, tags: { message_id: message.id } };
      const sent =
        vendor === "resend"
          ? byResend({ type: "email.delivered", data }, { at })
          : bySendgrid([{ event: "delivered", sg_event_id: "1", fitflow_message_id: message.id }], { at });
      expect(await knock(gym, vendor, sent)).toBe(401);
    }
    expect(await stateOf(gym, message.id)).toBe("sent");
  },
);

test("SendGrid's events are all stored, once each, when one call has thousands of them", async () => {
  const { gym, message } = await set("sendgrid");
  const size = sized(1_250, 5_000);
  const distinct = size * 0.8;
  const event = (n: number) => ({ event: "delivered", sg_event_id: `e${n % distinct}`, fitflow_message_id: newId() });
  const many = [...Array.from({ length: size }, (_event, n) => event(n)), { ...event(0), sg_event_id: "last" }];
  const own = { event: "delivered", sg_event_id: "own", fitflow_message_id: message.id };
  expect(await knock(gym, "sendgrid", bySendgrid([...many, own]))).toBe(204);
  expect([await stateOf(gym, message.id), await countOf(gym, messageReports)]).toEqual(["delivered", distinct + 2]);
});

test("P9 two calls about the same messages in opposite order block each address once and fail nothing", async () => {
  const { gym } = await set("sendgrid");
  const several = await Promise.all(Array.from({ length: 20 }, () => newMessage(gym, "sendgrid")));
  const bounces = (name: string) =>
    several.map(({ id, provider_message_id }) => ({
      event: "bounce",
      type: "bounce",
      sg_event_id: `${name}-${id}`,
      sg_message_id: provider_message_id,
      fitflow_message_id: id,
      timestamp: 1772712000,
    }));
  const calls = [bySendgrid(bounces("a")), bySendgrid(bounces("b").reverse())];
  expect(await Promise.all(calls.map((sent) => knock(gym, "sendgrid", sent)))).toEqual([204, 204]);
  expect(await countOf(gym, blockedAddresses)).toBe(1);
  expect(new Set(await Promise.all(several.map(({ id }) => stateOf(gym, id))))).toEqual(new Set(["failed"]));
});
