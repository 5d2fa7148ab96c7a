import { errorResponseOutcome, toHeaders } from "@/lib/providers/error-response";
import { noResponseOutcome } from "@/lib/providers/no-response";
import { retryAfterMs } from "@/lib/providers/retry-after";
import { sendIndividually } from "@/lib/providers/send-individually";
import { createSender, type Sender } from "@/lib/providers/sender";
import type { TextMessage } from "@/lib/providers/text-message";
import { type Vendor, type VendorOptions, vendorMessage } from "@/lib/providers/vendor";
import type { SendOutcome } from "@/lib/values/delivery";
import { connect, TwilioError } from "./connect";
import { isMisconfigured, isRetryable, isUnreachableNumber } from "./error-codes";

export type TwilioAccount = { account_sid: string; auth_token: string };
type Message = { to: string; from?: string; messagingServiceSid?: string };

/** One message per call, without an idempotency key: after a lost response the outcome is unknown. */
export function twilioSender(
  account: TwilioAccount,
  addresses: (message: TextMessage) => Message,
  { endpoint, timeout_ms = 15_000 }: VendorOptions,
): Sender<TextMessage> {
  const { account_sid, auth_token } = account;
  const sent = Buffer.from(`${account_sid}:${auth_token}`).toString("base64");
  const vendor: Vendor = { name: "twilio", label: "Twilio", is_idempotent: false, secrets: [sent, auth_token] };
  return createSender<TextMessage>(vendor, {
    max_batch: 20,
    per_second: 2,
    call: async (texts) => {
      const client = await connect(account, timeout_ms, endpoint);
      return sendIndividually(texts, 5, async (text) => {
        try {
          const { sid, price, priceUnit } = await client.messages.create({ ...addresses(text), ...content(text) });
          const cost = price ? { amount: price.replace(/^-/, ""), currency: priceUnit } : undefined;
          return { outcome: "accepted", provider_message_id: sid, ...(cost && { cost }) };
        } catch (error) {
          return error instanceof TwilioError ? errorOutcome(vendor, error) : noResponseOutcome(vendor, error);
        }
      });
    },
  });
}

/** An approved WhatsApp template is sent by ContentSid, everything else as body and media. */
const content = ({ body, content: template, media_urls, status_callback_url }: TextMessage) => ({
  ...(template
    ? { contentSid: template.sid, contentVariables: JSON.stringify(template.variables) }
    : { body, ...(media_urls.length > 0 && { mediaUrl: media_urls }) }),
  ...(status_callback_url && { statusCallback: status_callback_url }),
});

function errorOutcome(vendor: Vendor, { status, headers: record, code, message: detail }: TwilioError): SendOutcome {
  const headers = toHeaders(record);
  const message = vendorMessage(vendor, code ? `${detail} (${code})` : detail);
  if (isRetryable(code)) return { outcome: "later", message, retry_after_ms: retryAfterMs(headers) };
  if (isMisconfigured(code)) return { outcome: "misconfigured", message };
  if (isUnreachableNumber(code)) return { outcome: "rejected", code: String(code), message, disables: "address" };
  // Twilio also returns 403 for single messages, for example for a country without permission.
  const whole = status === 403 && code ? null : errorResponseOutcome(vendor, { status, headers, detail });
  return whole ?? { outcome: "rejected", code: String(code || `http_${status}`), message, disables: null };
}
