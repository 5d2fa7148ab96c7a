import { env } from "@/lib/kernel/env";
import type { EmailSettings } from "@/lib/values/provider-settings";

export type Installation = { settings: EmailSettings; from: { name: string; email: string } };

/** The mail vendor of the installation, from the environment; null: mails stay in the local outbox. */
export function installationMail(): Installation | null {
  const { MAIL_FROM, RESEND_API_KEY, SENDGRID_API_KEY, SMTP_URL } = env();
  const [, name = "", email = ""] = /^(.+)<(.+)>$/.exec(MAIL_FROM ?? "") ?? [];
  const from = { name: name.trim(), email };
  if (RESEND_API_KEY) return { from, settings: { vendor: "resend", api_key: RESEND_API_KEY, webhook_secret: null } };
  if (SENDGRID_API_KEY)
    return { from, settings: { vendor: "sendgrid", api_key: SENDGRID_API_KEY, webhook_public_key: null } };
  return SMTP_URL ? { from, settings: smtpSettings(new URL(SMTP_URL)) } : null;
}

function smtpSettings(url: URL): EmailSettings {
  const is_tls = url.protocol === "smtps:";
  return {
    vendor: "smtp",
    host: url.hostname,
    port: url.port ? Number(url.port) : is_tls ? 465 : 587,
    security: url.searchParams.get("security") === "none" ? "none" : is_tls ? "tls" : "starttls",
    username: decodeURIComponent(url.username) || null,
    password: decodeURIComponent(url.password) || null,
  };
}
