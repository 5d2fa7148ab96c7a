import { instantOf, type WebhookCall } from "@/lib/providers/webhook";
import type { DeliveryReport, InboundReply, WebhookEvents } from "@/lib/values/delivery";
import { isDeadNumber } from "./error-codes";
import { isSignedByTwilio } from "./signature";

/**
 * Status callbacks and incoming messages, of SMS and WhatsApp alike; `secret` is the auth token. The signature carries no
 * time, so a copy of a call stays genuine: it carries the same event id.
 */
export function readTwilioWebhook({ raw_body, headers, url, secret, now }: WebhookCall): WebhookEvents | null {
  const signature = headers.get("x-twilio-signature") ?? "";
  if (!isSignedByTwilio({ raw_body, url, signature, auth_token: secret })) return null;
  const form = new URLSearchParams(raw_body);
  const at = instantOf(() => now, now);
  const report = reportOf(form, url, at);
  const reply = report ? null : replyOf(form, at);
  return { reports: report ? [report] : [], replies: reply ? [reply] : [] };
}

const STATES: Record<string, DeliveryReport["state"]> = {
  sent: "sent",
  delivered: "delivered",
  read: "delivered",
  undelivered: "failed",
  failed: "failed",
  canceled: "failed",
};

function reportOf(form: URLSearchParams, url: string, at: string): DeliveryReport | null {
  const sid = form.get("MessageSid");
  const status = form.get("MessageStatus") ?? "";
  const state = STATES[status];
  if (!sid || !state) return null;
  const code = Number(form.get("ErrorCode") ?? 0);
  const price = form.get("Price");
  return {
    event_id: `${sid}/${status}`,
    provider_message_id: sid,
    message_id: URL.canParse(url) ? new URL(url).searchParams.get("message_id") : null,
    state,
    at,
    address: numberOf(form.get("To")),
    detail: code ? `Twilio error ${code}: https://www.twilio.com/docs/api/errors/${code}` : null,
    is_permanent: state === "failed" && isDeadNumber(code),
    ...(price && { cost: { amount: price.replace(/^-/, ""), currency: form.get("PriceUnit") ?? "USD" } }),
  };
}

/** What Twilio itself acts on where no messaging service tells by OptOutType what it took the answer for. */
const STOP = /^(stop|stopall|unsubscribe|cancel|end|quit|optout|revoke)$/i;
const START = /^(start|unstop|yes)$/i;

function replyOf(form: URLSearchParams, at: string): InboundReply | null {
  const sid = form.get("MessageSid");
  const sender = form.get("From") ?? "";
  const from = numberOf(sender);
  if (!sid || !from || form.get("SmsStatus") !== "received") return null;
  return {
    event_id: sid,
    channel: sender.startsWith("whatsapp:") ? "whatsapp" : "sms",
    from,
    kind: kindOf(form.get("OptOutType"), form.get("Body") ?? ""),
    at,
  };
}

function kindOf(opt_out: string | null, body: string): InboundReply["kind"] {
  if (opt_out) return opt_out === "STOP" ? "stop" : opt_out === "START" ? "start" : "other";
  const word = body.trim().replace(/[.!]+$/, "");
  if (STOP.test(word)) return "stop";
  return START.test(word) ? "start" : "other";
}

const numberOf = (address: string | null): string | null => address?.replace(/^whatsapp:/, "") || null;
