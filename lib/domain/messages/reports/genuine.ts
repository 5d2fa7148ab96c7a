import { findProvider, type Stored, usableOf } from "@/lib/domain/messages/providers";
import type { Ctx } from "@/lib/kernel/operation";
import type { WebhookRequest } from "@/lib/kernel/webhook";
import { readResendWebhook, readSendgridWebhook } from "@/lib/providers/email";
import { readTwilioWebhook } from "@/lib/providers/sms";
import type { Channel, WebhookEvents } from "@/lib/values/delivery";

export const reporters = {
  resend: { channels: ["email"], read: readResendWebhook },
  sendgrid: { channels: ["email"], read: readSendgridWebhook },
  twilio: { channels: ["sms", "whatsapp"], read: readTwilioWebhook },
} as const satisfies Record<string, { channels: readonly Channel[]; read: typeof readResendWebhook }>;

export type Reporter = keyof typeof reporters;

/** What the vendor reports; null where none of the organization's own secrets vouches for the call. */
export async function readGenuine(
  scope: Pick<Ctx<unknown>, "db" | "organization_id">,
  vendor: Reporter,
  call: WebhookRequest,
): Promise<WebhookEvents | null> {
  const { channels, read } = reporters[vendor];
  for (const channel of channels) {
    const row = await findProvider(scope, channel);
    const secret = row?.vendor === vendor ? secretOf(row) : null;
    const events = secret && read({ ...call, secret });
    if (events) return events;
  }
  return null;
}

/** Where the stored secrets can no longer be read, nothing can be proven. */
function secretOf(row: Stored): string | null {
  try {
    const { settings } = usableOf(row);
    if (settings.vendor === "resend") return settings.webhook_secret;
    if (settings.vendor === "sendgrid") return settings.webhook_public_key;
    return settings.vendor === "twilio" ? settings.auth_token : null;
  } catch {
    return null;
  }
}
