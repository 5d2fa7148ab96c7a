import { errorResponseOutcome, toHeaders } from "@/lib/providers/error-response";
import { noResponseOutcome } from "@/lib/providers/no-response";
import { sendIndividually } from "@/lib/providers/send-individually";
import { createSender } from "@/lib/providers/sender";
import { type Vendor, type VendorOptions, vendorMessage } from "@/lib/providers/vendor";
import type { SendOutcome } from "@/lib/values/delivery";
import type { SendgridSettings } from "@/lib/values/provider-settings";
import type { EmailProvider, Mail } from "./email-provider";
import { refusedMail } from "./refused-mail";

/** One mail per call, without an idempotency key: after a lost response the outcome is unknown. */
export function sendgridProvider(
  { api_key }: Pick<SendgridSettings, "api_key">,
  { endpoint, timeout_ms = 20_000 }: VendorOptions = {},
): EmailProvider {
  const vendor: Vendor = { name: "sendgrid", label: "SendGrid", is_idempotent: false, secrets: [api_key] };
  return createSender<Mail>(vendor, {
    max_batch: 20,
    per_second: 5,
    precheck: refusedMail,
    call: async (mails) => {
      const service = await connect(api_key, timeout_ms, endpoint);
      return sendIndividually(mails, 5, async (mail) => {
        try {
          const [answer] = await service.send(toRequest(mail));
          return { outcome: "accepted", provider_message_id: toHeaders(answer.headers).get("x-message-id") };
        } catch (error) {
          return outcomeOf(vendor, error);
        }
      });
    },
  });
}

/** The packages export one client per process. Each gym needs its own instance. */
async function connect(api_key: string, timeout: number, baseUrl: string | undefined) {
  const [{ default: mail }, { default: http }] = await Promise.all([
    import("@sendgrid/mail"),
    import("@sendgrid/client"),
  ]);
  const client = new (http.constructor as new () => typeof http)();
  client.setApiKey(api_key);
  client.setDefaultRequest({ timeout, ...(baseUrl && { baseUrl }) } as object as Parameters<typeof http.request>[0]);
  const service = new (mail.constructor as new () => typeof mail)();
  service.setClient(client);
  return service;
}

const toRequest = (mail: Mail) => ({
  personalizations: [{ to: mail.to, customArgs: { fitflow_message_id: mail.id } }],
  from: mail.from,
  ...(mail.reply_to && { replyTo: mail.reply_to }),
  subject: mail.subject,
  content: [
    { type: "text/plain", value: mail.text },
    { type: "text/html", value: mail.html },
  ] as [{ type: string; value: string }, { type: string; value: string }],
  headers: mail.headers,
  ...(mail.attachments.length > 0 && {
    attachments: mail.attachments.map(({ name, content_type, bytes }) => ({
      ...{ filename: name, type: content_type, disposition: "attachment" },
      content: Buffer.from(bytes).toString("base64"),
    })),
  }),
  // Rewritten links would break one-click unsubscribe, and opens are not tracked.
  trackingSettings: { clickTracking: { enable: false }, openTracking: { enable: false } },
});

type ApiError = { message?: string; field?: string | null };
type Failure = { response?: { headers?: unknown; body?: { errors?: ApiError[] } }; code?: unknown };

function outcomeOf(vendor: Vendor, error: unknown): SendOutcome {
  const { response, code } = error as Failure;
  if (!response || typeof code !== "number") return noResponseOutcome(vendor, error);
  const [complaint] = Array.isArray(response.body?.errors) ? response.body.errors : [];
  const detail = complaint?.message ?? `answered ${code}`;
  const whole = errorResponseOutcome(vendor, { status: code, headers: toHeaders(response.headers), detail });
  if (whole) return whole;
  const field = complaint?.field ?? "";
  if (field.startsWith("from")) return { outcome: "misconfigured", message: vendorMessage(vendor, detail) };
  const is_address = /^personalizations\.\d+\.to/.test(field);
  return {
    outcome: "rejected",
    code: is_address ? "invalid_address" : `http_${code}`,
    message: vendorMessage(vendor, detail),
    disables: is_address ? "address" : null,
  };
}
