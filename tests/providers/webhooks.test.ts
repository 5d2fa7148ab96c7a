import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { readResendWebhook, readSendgridWebhook } from "@/lib/providers/email";
import { readTwilioWebhook } from "@/lib/providers/sms";
import type { WebhookCall } from "@/lib/providers/webhook";

const now = Temporal.Instant.from("2026-11-25T10:00:00Z");
const seconds = (shift = 0) => String(now.epochMilliseconds / 1000 + shift);
const at = "2026-11-25T10:00:00.000Z";

const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
const public_key = keys.publicKey.export({ type: "spki", format: "der" }).toString("base64");
const svix_secret = `whsec_${Buffer.from("a-secret-of-the-gym").toString("base64")}`;
const url = "https://irontemple.example/api/webhooks/twilio?message_id=0197f0a0";

function resend(body: object, id = "msg_1", shift = 0): WebhookCall {
  const raw_body = JSON.stringify(body);
  const key = Buffer.from(svix_secret.slice(6), "base64");
  const signature = createHmac("sha256", key)
    .update(`${id}.${seconds(shift)}.${raw_body}`)
    .digest("base64");
  const headers = { "svix-id": id, "svix-timestamp": seconds(shift), "svix-signature": `v1,old v1,${signature}` };
  return { raw_body, headers: new Headers(headers), url: "", secret: svix_secret, now };
}

function sendgrid(events: object[], shift = 0): WebhookCall {
  const raw_body = `${JSON.stringify(events)}\r\n`;
  const signature = sign("sha256", Buffer.from(seconds(shift) + raw_body), keys.privateKey).toString("base64");
  const headers = new Headers({
    "x-twilio-email-event-webhook-timestamp": seconds(shift),
    "x-twilio-email-event-webhook-signature": signature,
  });
  return { raw_body, headers, url: "", secret: public_key, now };
}

function twilio(fields: Record<string, string>): WebhookCall {
  const signed = Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
    .join("");
  const signature = createHmac("sha1", "token")
    .update(url + signed)
    .digest("base64");
  const headers = new Headers({ "x-twilio-signature": signature });
  return { raw_body: new URLSearchParams(fields).toString(), headers, url, secret: "token", now };
}

const bounced = {
  type: "email.bounced",
  created_at: "2026-11-25T09:59:58.123Z",
  data: {
    email_id: "e-1",
    to: ["sam@example.com"],
    tags: { message_id: "0197f0a0" },
    bounce: { type: "Permanent", subType: "NoEmail", message: "No such mailbox", diagnosticCode: [] },
  },
};
const delivery = {
  sg_event_id: "sg-1",
  sg_message_id: "abc.filter-1",
  email: "sam@example.com",
  timestamp: 1795600798,
};
const callback = { MessageSid: "SM1", MessageStatus: "delivered", To: "+14155550132", From: "+15005550006" };
const inbound = { MessageSid: "SM2", SmsStatus: "received", From: "+14155550132", To: "+15005550006", Body: "Hello" };

const vendors = [
  ["Resend", readResendWebhook, () => resend(bounced)],
  ["SendGrid", readSendgridWebhook, () => sendgrid([{ ...delivery, event: "delivered" }])],
  ["Twilio", readTwilioWebhook, () => twilio(callback)],
] as const;

describe.each(vendors)("%s", (_vendor, read, call) => {
  test("a genuine report is read, and the same one again carries the same event", () => {
    const [first, second] = [read(call()), read(call())];
    expect(first?.reports).toHaveLength(1);
    expect(second?.reports[0]?.event_id).toBe(first?.reports[0]?.event_id);
  });

  test("an altered body, another secret and a missing signature are refused", () => {
    const genuine = call();
    expect(
      read({ ...genuine, raw_body: genuine.raw_body.replace("delivered", "failed").replace("Perm", "perm") }),
    ).toBeNull();
    expect(read({ ...genuine, secret: "whsec_b3RoZXI=" })).toBeNull();
    expect(read({ ...genuine, secret: "" })).toBeNull();
    expect(read({ ...genuine, headers: new Headers() })).toBeNull();
  });
});

test.each([
  ["Resend", readResendWebhook, (shift: number) => resend(bounced, "msg_1", shift)],
  ["SendGrid", readSendgridWebhook, (shift: number) => sendgrid([{ ...delivery, event: "delivered" }], shift)],
])(
  "a report that %s signed more than five minutes ago is refused, and one from the future too",
  (_vendor, read, call) => {
    expect(read(call(-300))).not.toBeNull();
    expect(read(call(-301))).toBeNull();
    expect(read(call(301))).toBeNull();
  },
);

test("a hard bounce names the mail, the address and the reason", () => {
  expect(readResendWebhook(resend(bounced))?.reports).toEqual([
    {
      event_id: "msg_1",
      provider_message_id: "e-1",
      message_id: "0197f0a0",
      state: "bounced",
      at: "2026-11-25T09:59:58.123Z",
      address: "sam@example.com",
      detail: "No such mailbox",
      is_permanent: true,
    },
  ]);
});

test.each([
  ["email.sent", {}, "sent", false],
  ["email.delivered", {}, "delivered", false],
  ["email.bounced", { bounce: { type: "Transient", message: "full" } }, "bounced", false],
  ["email.complained", {}, "complained", false],
  ["email.failed", { failed: { reason: "reached_daily_quota" } }, "failed", false],
  ["email.suppressed", { suppressed: { message: "on the list" } }, "failed", true],
  ["email.opened", {}, undefined, undefined],
  ["contact.created", {}, undefined, undefined],
])("of Resend, %s with %j means %s", (type, more, state, is_permanent) => {
  const data = { email_id: "e-1", to: ["sam@example.com"], ...more };
  const [report] = readResendWebhook(resend({ type, created_at: at, data }))?.reports ?? [];
  expect([report?.state, report?.is_permanent]).toEqual([state, is_permanent]);
});

test.each([
  [{ event: "processed" }, "sent", false],
  [{ event: "delivered" }, "delivered", false],
  [{ event: "bounce", type: "bounce", reason: "550 5.1.1 unknown" }, "bounced", true],
  [{ event: "bounce", type: "blocked", reason: "554 blocked" }, "bounced", false],
  [{ event: "dropped", reason: "Bounced Address" }, "failed", true],
  [{ event: "dropped", reason: "Spam Reporting Address" }, "failed", false],
  [{ event: "spamreport" }, "complained", false],
  [{ event: "open" }, undefined, undefined],
])("of SendGrid, %j means %s", (event, state, is_permanent) => {
  const [report] = readSendgridWebhook(sendgrid([{ ...delivery, ...event }]))?.reports ?? [];
  expect([report?.state, report?.is_permanent]).toEqual([state, is_permanent]);
});

test("a SendGrid call carries many events; an unreadable one does not affect the others", () => {
  const events = [{ ...delivery, event: "delivered", fitflow_message_id: "0197f0a0" }, 7, { event: "bounce" }];
  expect(readSendgridWebhook(sendgrid(events as object[]))?.reports).toEqual([
    {
      event_id: "sg-1",
      provider_message_id: "abc",
      message_id: "0197f0a0",
      state: "delivered",
      at: "2026-11-25T09:59:58.000Z",
      address: "sam@example.com",
      detail: null,
      is_permanent: false,
    },
  ]);
});

test.each<[Record<string, string>, string | undefined, boolean | undefined, string | undefined]>([
  [{ MessageStatus: "queued" }, undefined, undefined, undefined],
  [{ MessageStatus: "sent" }, "sent", false, "SM1/sent"],
  [{ MessageStatus: "delivered" }, "delivered", false, "SM1/delivered"],
  [{ MessageStatus: "read" }, "delivered", false, "SM1/read"],
  [{ MessageStatus: "undelivered", ErrorCode: "30003" }, "failed", false, "SM1/undelivered"],
  [{ MessageStatus: "undelivered", ErrorCode: "30005" }, "failed", true, "SM1/undelivered"],
  [{ MessageStatus: "failed", ErrorCode: "21610" }, "failed", true, "SM1/failed"],
])("of Twilio, %j means %s", (fields, state, is_permanent, event_id) => {
  const [report] = readTwilioWebhook(twilio({ ...callback, ...fields }))?.reports ?? [];
  expect([report?.state, report?.is_permanent, report?.event_id]).toEqual([state, is_permanent, event_id]);
});

test("a status callback has our message id, and the number without its channel", () => {
  const fields = { ...callback, To: "whatsapp:+14155550132", Price: "-0.0050", PriceUnit: "USD" };
  expect(readTwilioWebhook(twilio(fields))?.reports[0]).toMatchObject({
    provider_message_id: "SM1",
    message_id: "0197f0a0",
    address: "+14155550132",
    at,
    cost: { amount: "0.0050", currency: "USD" },
  });
});

test.each<[Record<string, string>, string]>([
  [{ Body: "STOP" }, "stop"],
  [{ Body: " stop. " }, "stop"],
  [{ Body: "Unsubscribe" }, "stop"],
  [{ Body: "START" }, "start"],
  [{ Body: "unstop" }, "start"],
  [{ Body: "Please stop by at six" }, "other"],
  [{ Body: "बंद", OptOutType: "STOP" }, "stop"],
  [{ Body: "हाँ", OptOutType: "START" }, "start"],
  [{ Body: "STOP", OptOutType: "HELP" }, "other"],
])("the answer %j means %s", (fields, kind) => {
  expect(readTwilioWebhook(twilio({ ...inbound, ...fields }))?.replies).toEqual([
    { event_id: "SM2", channel: "sms", from: "+14155550132", kind, at },
  ]);
});

test("an answer over WhatsApp is recognised as such", () => {
  const fields = { ...inbound, From: "whatsapp:+14155550132", Body: "STOP" };
  expect(readTwilioWebhook(twilio(fields))?.replies).toEqual([
    { event_id: "SM2", channel: "whatsapp", from: "+14155550132", kind: "stop", at },
  ]);
});

test("a signed call with meaningless content is accepted and ignored", () => {
  expect(readResendWebhook(resend({}))).toEqual({ reports: [], replies: [] });
  expect(readSendgridWebhook(sendgrid([]))).toEqual({ reports: [], replies: [] });
  expect(readTwilioWebhook(twilio({}))).toEqual({ reports: [], replies: [] });
});
