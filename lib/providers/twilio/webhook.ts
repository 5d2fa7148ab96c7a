import { instantOf, isValidId, stripNul, type WebhookCall } from "@/lib/providers/webhook";
import type { DeliveryReport, InboundReply, WebhookEvents } from "@/lib/values/delivery";
import { replyCommand } from "@/lib/values/reply-words";
import { isUnreachableNumber } from "./error-codes";
import { isSignedByTwilio } from "./signature";

/**
 * Status callbacks and inbound messages of SMS and WhatsApp. `secret` is the auth token. The signature has no timestamp, so a
 * replayed call is valid; it has the same event id.
 */
export function readTwilioWebhook({ raw_body, headers, url, secret, now }: WebhookCall): WebhookEvents | null {
  const signature = headers.get("x-twilio-signature") ?? "";
  if (!isSignedByTwilio({ raw_body, url, signature, auth_token: secret })) return null;
  const form = new URLSearchParams([...new URLSearchParams(raw_body)].map(([name, value]) => [name, stripNul(value)]));
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
  const sid = sidOf(form);
  const status = form.get("MessageStatus") ?? "";
  const state = STATES[status];
  if (!sid || !state) return null;
  const code = Number(form.get("ErrorCode") ?? 0);
  return {
    event_id: `${sid}/${status}`,
    provider_message_id: sid,
    message_id: URL.canParse(url) ? new URL(url).searchParams.get("message_id") : null,
    state,
    at,
    address: numberOf(form.get("To")),
    detail: code ? `Twilio error ${code}: https://www.twilio.com/docs/api/errors/${code}` : null,
    is_permanent: state === "failed" && isUnreachableNumber(code),
    ...costOf(form),
  };
}

const sidOf = (form: URLSearchParams): string | null => {
  const sid = form.get("MessageSid") ?? "";
  return isValidId(sid) ? sid : null;
};

function costOf(form: URLSearchParams): Pick<DeliveryReport, "cost"> {
  const [, amount] = /^-?(\d{1,6}(?:\.\d{1,6})?)$/.exec(form.get("Price") ?? "") ?? [];
  const unit = form.get("PriceUnit") ?? "";
  return amount ? { cost: { amount, currency: /^[A-Z]{3}$/i.test(unit) ? unit.toUpperCase() : "USD" } } : {};
}

function replyOf(form: URLSearchParams, at: string): InboundReply | null {
  const sid = sidOf(form);
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

/** Messaging services send OptOutType. Otherwise the body decides. */
function kindOf(opt_out: string | null, body: string): InboundReply["kind"] {
  if (opt_out) return opt_out === "STOP" ? "stop" : opt_out === "START" ? "start" : "other";
  return replyCommand(body);
}

const MAX_NUMBER_LENGTH = 32;

const numberOf = (address: string | null): string | null =>
  address?.replace(/^whatsapp:/, "").slice(0, MAX_NUMBER_LENGTH) || null;
