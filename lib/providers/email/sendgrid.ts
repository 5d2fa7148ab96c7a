import { lostCall } from "@/lib/providers/lost-call";
import { oneByOne } from "@/lib/providers/one-by-one";
import { refusedCall, toHeaders } from "@/lib/providers/refused-call";
import { senderOf } from "@/lib/providers/sender";
import { type Vendor, type VendorOptions, vendorSays } from "@/lib/providers/vendor";
import type { SendOutcome } from "@/lib/values/delivery";
import type { SendgridSettings } from "@/lib/values/provider-settings";
import type { EmailProvider, Mail } from "./email-provider";
import { headerRefusal } from "./headers";

/** One mail a call, without an idempotency key: a lost answer leaves the mail in doubt. */
export function sendgridProvider(
  { api_key }: Pick<SendgridSettings, "api_key">,
  { endpoint, timeout_ms = 20_000 }: VendorOptions = {},
): EmailProvider {
  const vendor: Vendor = { name: "sendgrid", label: "SendGrid", is_idempotent: false, secrets: [api_key] };
  return senderOf<Mail>(vendor, {
    max_batch: 20,
    per_second: 5,
    refusal: headerRefusal,
    call: async (mails) => {
      const service = await connect(api_key, timeout_ms, endpoint);
      return oneByOne(mails, 5, async (mail) => {
        try {
          const [answer] = await service.send(toLetter(mail));
          return { outcome: "accepted", provider_message_id: toHeaders(answer.headers).get("x-message-id") };
        } catch (error) {
          return outcomeOf(vendor, error);
        }
      });
    },
  });
}

/** What the packages export is one client for the whole process; each gym needs its own, of the same classes. */
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

const toLetter = (mail: Mail) => ({
  personalizations: [{ to: mail.to, customArgs: { fitflow_message_id: mail.id } }],
  from: mail.from,
  ...(mail.reply_to && { replyTo: mail.reply_to }),
  subject: mail.subject,
  content: [
    { type: "text/plain", value: mail.text },
    { type: "text/html", value: mail.html },
  ] as [{ type: string; value: string }, { type: string; value: string }],
  headers: mail.headers,
  // Rewritten links would break the unsubscribe link's promise, and nobody here watches who reads what.
  trackingSettings: { clickTracking: { enable: false }, openTracking: { enable: false } },
});

type Complaint = { message?: string; field?: string | null };
type Failure = { response?: { headers?: unknown; body?: { errors?: Complaint[] } }; code?: unknown };

function outcomeOf(vendor: Vendor, error: unknown): SendOutcome {
  const { response, code } = error as Failure;
  if (!response || typeof code !== "number") return lostCall(vendor, error);
  const [complaint] = Array.isArray(response.body?.errors) ? response.body.errors : [];
  const detail = complaint?.message ?? `answered ${code}`;
  const whole = refusedCall(vendor, { status: code, headers: toHeaders(response.headers), detail });
  if (whole) return whole;
  const field = complaint?.field ?? "";
  if (field.startsWith("from")) return { outcome: "misconfigured", message: vendorSays(vendor, detail) };
  const is_address = /^personalizations\.\d+\.to/.test(field);
  return {
    outcome: "rejected",
    code: is_address ? "invalid_address" : `http_${code}`,
    message: vendorSays(vendor, detail),
    disables: is_address ? "address" : null,
  };
}
