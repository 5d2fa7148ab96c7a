import type { EmailSettings } from "@/lib/values/provider-settings";
import type { EmailProvider, Mail } from "./email-provider";
import { localMailOutbox } from "./local-outbox";
import { resendProvider } from "./resend";
import { sendgridProvider } from "./sendgrid";
import { smtpProvider } from "./smtp";

export type { EmailProvider } from "./email-provider";
export { readResendWebhook } from "./resend-webhook";
export { readSendgridWebhook } from "./sendgrid-webhook";

type Place = { keep: (mail: Mail) => Promise<void>; endpoint?: string | undefined; allow_private?: boolean };

/** The provider that the settings name; no vendor's SDK is loaded before its first mail. */
export function openEmailProvider(settings: EmailSettings, { keep, endpoint, allow_private }: Place): EmailProvider {
  const options = endpoint ? { endpoint } : {};
  switch (settings.vendor) {
    case "resend":
      return resendProvider(settings, options);
    case "sendgrid":
      return sendgridProvider(settings, options);
    case "smtp":
      return smtpProvider(settings, { allow_private: allow_private ?? false });
    case "local":
      return localMailOutbox(keep);
  }
}
