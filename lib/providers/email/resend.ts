import { setTimeout as wait } from "node:timers/promises";
import type { ErrorResponse } from "resend";
import { errorResponseOutcome, toHeaders } from "@/lib/providers/error-response";
import { noResponseOutcome } from "@/lib/providers/no-response";
import { sendIndividually } from "@/lib/providers/send-individually";
import { createSender } from "@/lib/providers/sender";
import { type Vendor, type VendorOptions, vendorMessage } from "@/lib/providers/vendor";
import type { Attachment, SendOutcome } from "@/lib/values/delivery";
import type { ResendSettings } from "@/lib/values/provider-settings";
import type { EmailProvider, Mail } from "./email-provider";
import { mailbox } from "./headers";
import { refusedMail } from "./refused-mail";

/** Calls per second that Resend allows. */
const per_second = 2;

/**
 * Up to 100 mails per call, with an idempotency key that Resend stores for a day. A mail with attachments is a call of its own, because
 * Resend takes none in a batch.
 */
export function resendProvider(
  settings: Pick<ResendSettings, "api_key">,
  { endpoint, timeout_ms = 20_000 }: VendorOptions = {},
): EmailProvider {
  const vendor: Vendor = { name: "resend", label: "Resend", is_idempotent: true, secrets: [settings.api_key] };
  return createSender<Mail>(vendor, {
    max_batch: 100,
    per_second,
    precheck: refusedMail,
    call: async (mails, key) => {
      const { Resend } = await import("resend");
      const client = new Resend(settings.api_key, endpoint ? { baseUrl: endpoint } : {});
      const sendBatch = async (plain: Mail[]): Promise<SendOutcome[]> => {
        const { data, error, headers } = await client.batch.send(plain.map(toRequest), {
          idempotencyKey: key,
          batchValidation: "permissive",
          signal: AbortSignal.timeout(timeout_ms),
        });
        if (error) return plain.map(() => errorOutcome(vendor, error, toHeaders(headers)));
        return outcomes(vendor, plain, data);
      };
      const sendOne = async (mail: Mail, pause_ms: number): Promise<SendOutcome> => {
        if (pause_ms > 0) await wait(pause_ms);
        try {
          const { data, error, headers } = await client.emails.send(
            { ...toRequest(mail), attachments: mail.attachments.map(toAttachment) },
            { idempotencyKey: `${key}/${mail.id}`, signal: AbortSignal.timeout(timeout_ms) },
          );
          if (error) return errorOutcome(vendor, error, toHeaders(headers));
          return { outcome: "accepted", provider_message_id: data.id };
        } catch (error) {
          return noResponseOutcome(vendor, error);
        }
      };
      const plain = mails.filter(({ attachments }) => attachments.length === 0);
      const batched = plain.length > 0 ? await sendBatch(plain) : [];
      const single = mails.filter(({ attachments }) => attachments.length > 0);
      // The first of them waits too if a batch came before: the rate counts calls.
      let calls = plain.length > 0 ? 1 : 0;
      const sent = await sendIndividually(single, 1, (mail) => sendOne(mail, calls++ > 0 ? 1_000 / per_second : 0));
      return mails.map(
        ({ attachments }) =>
          (attachments.length === 0 ? batched : sent).shift() ?? {
            outcome: "unknown",
            message: "Resend gave no answer",
          },
      );
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

const toAttachment = ({ name, content_type, bytes }: Attachment) => ({
  ...{ filename: name, contentType: content_type },
  content: Buffer.from(bytes).toString("base64"),
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
