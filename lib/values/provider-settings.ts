import { z } from "zod";
import type { Channel } from "./delivery";
import { phoneNumber } from "./schemas/phone";

/**
 * A14: changing a setting requires the secrets again, because settings decide where the secrets are sent. This mark exempts a setting.
 * New settings are safe by default.
 */
const keepsSecrets = { keeps_secrets: true };

const field = (title: string, pattern: RegExp, error: string) =>
  z.string().trim().regex(pattern, { error }).meta({ title });
const published = (title: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ title, ...keepsSecrets });
const secret = (title: string, longest = 500) =>
  z
    .string({ error: "Paste the value from the provider's console" })
    .trim()
    .min(1, { error: "Paste the value from the provider's console" })
    .max(longest)
    .meta({ title, secret: true });

const account_sid = field("Account SID", /^AC[0-9a-f]{32}$/i, "An account SID is AC and 32 hexadecimal digits");
const hostname = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/;

const resendSettings = z.strictObject({
  vendor: z.literal("resend"),
  api_key: secret("API key"),
  webhook_secret: secret("Webhook signing secret").nullable(),
});

const sendgridSettings = z.strictObject({
  vendor: z.literal("sendgrid"),
  api_key: secret("API key").startsWith("SG.", { error: "A SendGrid key begins with SG." }),
  /** Public, but treated as a secret: a replaced key would allow forged reports. */
  webhook_public_key: secret("Webhook verification key").nullable(),
});

const smtpSettings = z.strictObject({
  vendor: z.literal("smtp"),
  host: field("Server", hostname, "Write the server's name, as smtp.example.com").max(253),
  port: z.int().min(1).max(65_535).meta({ title: "Port" }),
  /** "tls": implicit TLS (port 465). "starttls": required upgrade (port 587). */
  security: z.enum(["tls", "starttls", "none"]).meta({ title: "Encryption" }),
  username: z.string().trim().min(1).max(254).nullable().meta({ title: "User name" }),
  password: secret("Password").nullable(),
});

const twilioSmsSettings = z.strictObject({
  vendor: z.literal("twilio"),
  account_sid,
  auth_token: secret("Auth token"),
  sender: z
    .union([phoneNumber, z.string().regex(/^MG[0-9a-f]{32}$/i)], {
      error: "Write a number as +14155550132, or a messaging service SID that begins with MG",
    })
    .meta({ title: "Number or messaging service", ...keepsSecrets }),
});

const twilioWhatsAppSettings = z.strictObject({
  vendor: z.literal("twilio"),
  account_sid,
  auth_token: secret("Auth token"),
  sender: phoneNumber.meta({ title: "WhatsApp number", ...keepsSecrets }),
});

export const firebaseSettings = z.strictObject({
  vendor: z.literal("firebase"),
  service_account: secret("Service account (JSON)", 10_000).refine((text) => isServiceAccount(text), {
    error: "Paste the whole JSON file of a service account: it names project_id, client_email and private_key",
  }),
  /** The public web configuration that a browser needs to register. */
  web: z
    .strictObject({
      api_key: published("Web API key"),
      app_id: published("App ID"),
      project_id: z.string().trim().min(1).max(200).meta({ title: "Project ID" }),
      messaging_sender_id: field("Sender ID", /^\d{1,30}$/, "A sender ID has digits only").meta(keepsSecrets),
      vapid_key: field("Web push certificate", /^[A-Za-z0-9_-]{80,100}$/, "Paste the public key of the key pair").meta(
        keepsSecrets,
      ),
    })
    .nullable(),
});

/** Without a vendor: messages are stored and shown in the browser. */
const localSettings = z.strictObject({ vendor: z.literal("local") });

export const emailSettings = z.discriminatedUnion("vendor", [
  resendSettings,
  sendgridSettings,
  smtpSettings,
  localSettings,
]);
export const smsSettings = z.discriminatedUnion("vendor", [twilioSmsSettings, localSettings]);
const whatsAppSettings = z.discriminatedUnion("vendor", [twilioWhatsAppSettings, localSettings]);
const pushSettings = z.discriminatedUnion("vendor", [firebaseSettings, localSettings]);

export type ResendSettings = z.infer<typeof resendSettings>;
export type SendgridSettings = z.infer<typeof sendgridSettings>;
export type SmtpSettings = z.infer<typeof smtpSettings>;
export type FirebaseSettings = z.infer<typeof firebaseSettings>;

export type EmailSettings = z.infer<typeof emailSettings>;
export type SmsSettings = z.infer<typeof smsSettings>;
export type WhatsAppSettings = z.infer<typeof whatsAppSettings>;
export type PushSettings = z.infer<typeof pushSettings>;
export type WebPushSettings = NonNullable<z.infer<typeof firebaseSettings>["web"]>;

export const providerSettings = {
  email: emailSettings,
  sms: smsSettings,
  whatsapp: whatsAppSettings,
  push: pushSettings,
} satisfies Record<Channel, z.ZodType>;

const serviceAccount = z.object({
  type: z.literal("service_account"),
  project_id: z.string().min(1),
  client_email: z.email(),
  private_key: z.string().includes("PRIVATE KEY"),
});

/** Null if the text is not a Google service account file. */
export function readServiceAccount(text: string): z.infer<typeof serviceAccount> | null {
  try {
    return serviceAccount.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const isServiceAccount = (text: string): boolean => readServiceAccount(text) !== null;
