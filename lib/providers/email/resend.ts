import type { ErrorResponse } from "resend";
import { errorResponseOutcome, toHeaders } from "@/lib/providers/error-response";
import { createSender } from "@/lib/providers/sender";
import { type Vendor, type VendorOptions, vendorMessage } from "@/lib/providers/vendor";
import type { SendOutcome } from "@/lib/values/delivery";
import type { ResendSettings } from "@/lib/values/provider-settings";
import type { EmailProvider, Mail } from "./email-provider";
import { mailbox, rejectUnsafeHeaders } from "./headers";

/** Up to 100 mails per call, with an idempotency key that Resend stores for a day. */
export function resendProvider(
  settings: Pick<ResendSettings, "api_key">,
  { endpoint, timeout_ms = 20_000 }: VendorOptions = {},
): EmailProvider {
  const vendor: Vendor = { name: "resend", label: "Resend", is_idempotent: true, secrets: [settings.api_key] };
  return createSender<Mail>(vendor, {
    max_batch: 100,
    per_second: 2,
    precheck: rejectUnsafeHeaders,
    call: async (mails, idempotencyKey) => {
      const { Resend } = await import("resend");
      const client = new Resend(settings.api_key, endpoint ? { baseUrl: endpoint } : {});
      const { data, error, headers } = await client.batch.send(mails.map(toRequest), {
        idempotencyKey,
        batchValidation: "permissive",
        signal: AbortSignal.timeout(timeout_ms),
      });
      if (error) return mails.map(() => errorOutcome(vendor, error, toHeaders(headers)));
      return outcomes(vendor, mails, data);
    },
  });
}

const toRequest = (mail: Mail) => ({
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

/** Resend reports rejected mails by index. The ids belong to the other mails, in order. */
function outcomes(vendor: Vendor, mails: Mail[], { data, errors = [] }: Accepted): SendOutcome[] {
  const rejected = new Map(errors.map(({ index, message }) => [index, message]));
  const ids = data.length === mails.length - rejected.size ? data.map(({ id }) => id) : [];
  return mails.map((_mail, index) => {
    const reason = rejected.get(index);
    if (reason === undefined) return { outcome: "accepted", provider_message_id: ids.shift() ?? null };
    return { outcome: "rejected", code: "validation_error", message: vendorMessage(vendor, reason), disables: null };
  });
}

const MISCONFIGURED = new Set<string>([
  "missing_api_key",
  "invalid_api_key",
  "restricted_api_key",
  "invalid_access",
  "invalid_from_address",
]);

/** The JSON may come from a gateway, without Resend's fields. */
function errorOutcome(
  vendor: Vendor,
  { name, message = "", statusCode }: Partial<ErrorResponse>,
  headers: Headers,
): SendOutcome {
  const says = vendorMessage(vendor, message);
  if (name && MISCONFIGURED.has(name)) return { outcome: "misconfigured", message: says };
  if (name === "concurrent_idempotent_requests") return { outcome: "later", message: says, retry_after_ms: null };
  // An earlier attempt with this key was accepted with another content.
  if (name === "invalid_idempotent_request") return { outcome: "unknown", message: says };
  const whole = errorResponseOutcome(vendor, { status: statusCode ?? 503, headers, detail: message });
  return whole ?? { outcome: "rejected", code: name ?? `http_${statusCode}`, message: says, disables: null };
}
