import { lostCall } from "@/lib/providers/lost-call";
import { oneByOne } from "@/lib/providers/one-by-one";
import { refusedCall, toHeaders } from "@/lib/providers/refused-call";
import { retryAfterMs } from "@/lib/providers/retry-after";
import { type Sender, senderOf } from "@/lib/providers/sender";
import type { TextMessage } from "@/lib/providers/text-message";
import { type Vendor, type VendorOptions, vendorSays } from "@/lib/providers/vendor";
import type { SendOutcome } from "@/lib/values/delivery";
import { connect, RefusedByTwilio } from "./connect";
import { isDeadNumber, isForLater, isMisconfigured } from "./error-codes";

export type TwilioAccount = { account_sid: string; auth_token: string };
type Message = { to: string; from?: string; messagingServiceSid?: string };

/** One message a call, without an idempotency key: a lost answer leaves the message in doubt. */
export function twilioSender(
  account: TwilioAccount,
  addresses: (message: TextMessage) => Message,
  { endpoint, timeout_ms = 15_000 }: VendorOptions,
): Sender<TextMessage> {
  const { account_sid, auth_token } = account;
  const sent = Buffer.from(`${account_sid}:${auth_token}`).toString("base64");
  const vendor: Vendor = { name: "twilio", label: "Twilio", is_idempotent: false, secrets: [sent, auth_token] };
  return senderOf<TextMessage>(vendor, {
    max_batch: 20,
    per_second: 2,
    call: async (texts) => {
      const client = await connect(account, timeout_ms, endpoint);
      return oneByOne(texts, 5, async (text) => {
        try {
          const { sid, price, priceUnit } = await client.messages.create({ ...addresses(text), ...content(text) });
          const cost = price ? { amount: price.replace(/^-/, ""), currency: priceUnit } : undefined;
          return { outcome: "accepted", provider_message_id: sid, ...(cost && { cost }) };
        } catch (error) {
          return error instanceof RefusedByTwilio ? refusal(vendor, error) : lostCall(vendor, error);
        }
      });
    },
  });
}

/** WhatsApp takes an approved template by its ContentSid; everything else is a body and what goes with it. */
const content = ({ body, content: template, media_urls, status_callback_url }: TextMessage) => ({
  ...(template
    ? { contentSid: template.sid, contentVariables: JSON.stringify(template.variables) }
    : { body, ...(media_urls.length > 0 && { mediaUrl: media_urls }) }),
  ...(status_callback_url && { statusCallback: status_callback_url }),
});

function refusal(vendor: Vendor, { status, headers: record, code, message: detail }: RefusedByTwilio): SendOutcome {
  const headers = toHeaders(record);
  const message = vendorSays(vendor, code ? `${detail} (${code})` : detail);
  if (isForLater(code)) return { outcome: "later", message, retry_after_ms: retryAfterMs(headers) };
  if (isMisconfigured(code)) return { outcome: "misconfigured", message };
  if (isDeadNumber(code)) return { outcome: "rejected", code: String(code), message, disables: "address" };
  // Twilio answers 403 to a single message too, as for a country that the account may not write to.
  const whole = status === 403 && code ? null : refusedCall(vendor, { status, headers, detail });
  return whole ?? { outcome: "rejected", code: String(code || `http_${status}`), message, disables: null };
}
