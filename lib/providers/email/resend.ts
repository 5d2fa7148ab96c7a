import type { ErrorResponse } from "resend";
import { refusedCall, toHeaders } from "@/lib/providers/refused-call";
import { senderOf } from "@/lib/providers/sender";
import { type Vendor, type VendorOptions, vendorSays } from "@/lib/providers/vendor";
import type { SendOutcome } from "@/lib/values/delivery";
import type { ResendSettings } from "@/lib/values/provider-settings";
import type { EmailProvider, Mail } from "./email-provider";
import { headerRefusal, mailbox } from "./headers";

/** A hundred mails in one call, under one key that Resend remembers for a day. */
export function resendProvider(
  settings: Pick<ResendSettings, "api_key">,
  { endpoint, timeout_ms = 20_000 }: VendorOptions = {},
): EmailProvider {
  const vendor: Vendor = { name: "resend", label: "Resend", is_idempotent: true, secrets: [settings.api_key] };
  return senderOf<Mail>(vendor, {
    max_batch: 100,
    per_second: 2,
    refusal: headerRefusal,
    call: async (mails, idempotencyKey) => {
      const { Resend } = await import("resend");
      const client = new Resend(settings.api_key, endpoint ? { baseUrl: endpoint } : {});
      const { data, error, headers } = await client.batch.send(mails.map(toLetter), {
        idempotencyKey,
        batchValidation: "permissive",
        signal: AbortSignal.timeout(timeout_ms),
      });
      if (error) return mails.map(() => refusal(vendor, error, toHeaders(headers)));
      return outcomes(vendor, mails, data);
    },
  });
}

const toLetter = (mail: Mail) => ({
  from: mailbox(mail.from),
  to: mail.to,
  ...(mail.reply_to && { replyTo: mail.reply_to }),
  subject: mail.subject,
  html: mail.html,
  text: mail.text,
  headers: mail.headers,
  tags: [{ name: "message_id", value: mail.id }],
});

type Accepted = { data: { id: string }[]; errors?: { index: number; message: string }[] };

/** The mails that Resend refused are named by their place; the ids are those of the others, in their order. */
function outcomes(vendor: Vendor, mails: Mail[], { data, errors = [] }: Accepted): SendOutcome[] {
  const refused = new Map(errors.map(({ index, message }) => [index, message]));
  const ids = data.length === mails.length - refused.size ? data.map(({ id }) => id) : [];
  return mails.map((_mail, index) => {
    const reason = refused.get(index);
    if (reason === undefined) return { outcome: "accepted", provider_message_id: ids.shift() ?? null };
    return { outcome: "rejected", code: "validation_error", message: vendorSays(vendor, reason), disables: null };
  });
}

const MISCONFIGURED = new Set<string>([
  "missing_api_key",
  "invalid_api_key",
  "restricted_api_key",
  "invalid_access",
  "invalid_from_address",
]);

/** Whatever a gateway answers as JSON counts for Resend's own words, which it may lack. */
function refusal(
  vendor: Vendor,
  { name, message = "", statusCode }: Partial<ErrorResponse>,
  headers: Headers,
): SendOutcome {
  const says = vendorSays(vendor, message);
  if (name && MISCONFIGURED.has(name)) return { outcome: "misconfigured", message: says };
  if (name === "concurrent_idempotent_requests") return { outcome: "later", message: says, retry_after_ms: null };
  // An earlier try under this key was taken with other words in it.
  if (name === "invalid_idempotent_request") return { outcome: "unknown", message: says };
  const whole = refusedCall(vendor, { status: statusCode ?? 503, headers, detail: message });
  return whole ?? { outcome: "rejected", code: name ?? `http_${statusCode}`, message: says, disables: null };
}
