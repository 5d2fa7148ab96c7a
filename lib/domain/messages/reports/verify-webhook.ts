import { configOf, findProvider, type StoredProvider } from "@/lib/domain/messages/providers";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { WebhookRequest } from "@/lib/kernel/webhook";
import { readResendWebhook, readSendgridWebhook } from "@/lib/providers/email";
import { readTwilioWebhook } from "@/lib/providers/sms";
import type { Channel, WebhookEvents } from "@/lib/values/delivery";

export const webhookVendors = {
  resend: { channels: ["email"], read: readResendWebhook },
  sendgrid: { channels: ["email"], read: readSendgridWebhook },
  twilio: { channels: ["sms", "whatsapp"], read: readTwilioWebhook },
} as const satisfies Record<string, { channels: readonly Channel[]; read: typeof readResendWebhook }>;

export type WebhookVendor = keyof typeof webhookVendors;

/** The events of a webhook call; null if no secret of the organization verifies its signature. */
export async function verifyWebhook(
  ctx: TenantCtx,
  vendor: WebhookVendor,
  call: WebhookRequest,
): Promise<WebhookEvents | null> {
  const { channels, read } = webhookVendors[vendor];
  for (const channel of channels) {
    const row = await findProvider(ctx, channel);
    const secret = row?.vendor === vendor ? secretOf(row) : null;
    const events = secret && read({ ...call, secret });
    if (events) return events;
  }
  return null;
}

/** Without readable secrets no call can be verified. */
function secretOf(row: StoredProvider): string | null {
  try {
    const { settings } = configOf(row);
    if (settings.vendor === "resend") return settings.webhook_secret;
    if (settings.vendor === "sendgrid") return settings.webhook_public_key;
    return settings.vendor === "twilio" ? settings.auth_token : null;
  } catch {
    return null;
  }
}
