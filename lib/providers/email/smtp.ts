import { sendIndividually } from "@/lib/providers/send-individually";
import { createSender } from "@/lib/providers/sender";
import { type Vendor, vendorMessage } from "@/lib/providers/vendor";
import type { SendOutcome } from "@/lib/values/delivery";
import type { SmtpSettings } from "@/lib/values/provider-settings";
import type { EmailProvider, Mail } from "./email-provider";
import { resolvePublicAddress } from "./public-address";
import { refusedMail } from "./refused-mail";

type SmtpOptions = {
  /** Allows servers in our own network. Off, because gyms could probe it (SSRF). */
  allow_private?: boolean;
  timeout_ms?: number;
};

/** One connection per mail. SMTP has no idempotency key, but the Message-ID is the same in every attempt. */
export function smtpProvider(
  settings: Omit<SmtpSettings, "vendor">,
  { allow_private = false, timeout_ms = 20_000 }: SmtpOptions = {},
): EmailProvider {
  const vendor: Vendor = {
    name: "smtp",
    label: settings.host,
    is_idempotent: false,
    secrets: [settings.password, base64(settings.password)],
  };
  return createSender<Mail>(vendor, {
    max_batch: 20,
    per_second: 2,
    precheck: refusedMail,
    call: async (mails) => {
      const found = await resolvePublicAddress(settings.host, allow_private);
      if (!found.ok) return mails.map(() => found.outcome);
      return sendIndividually(mails, 4, (mail) =>
        sendOne(vendor, { ...settings, address: found.address, timeout_ms }, mail),
      );
    },
  });
}

type Server = Omit<SmtpSettings, "vendor"> & { /** The resolved IP address. */ address: string; timeout_ms: number };

async function sendOne(vendor: Vendor, server: Server, mail: Mail): Promise<SendOutcome> {
  const messageId = `<${mail.id}@${mail.from.email.split("@").at(-1)}>`;
  let is_sent = false;
  try {
    const transport = await connect(server, () => {
      is_sent = true;
    });
    const { rejected } = await transport.sendMail({
      messageId,
      from: { name: mail.from.name, address: mail.from.email },
      to: { name: "", address: mail.to },
      ...(mail.reply_to && { replyTo: { name: "", address: mail.reply_to } }),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: mail.headers,
      attachments: mail.attachments.map(({ name, content_type, bytes }) => ({
        ...{ filename: name, contentType: content_type, content: Buffer.from(bytes) },
      })),
    });
    if (rejected.length > 0) return recipientRejected("The server accepted the mail without its recipient", 550);
    return { outcome: "accepted", provider_message_id: messageId };
  } catch (error) {
    return outcomeOf(vendor, error as Failure, is_sent);
  }
}

async function connect({ address, host, port, security, username, password, timeout_ms }: Server, onEnd: () => void) {
  const { createTransport } = await import("nodemailer");
  return createTransport({
    host: address,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    tls: { servername: host, minVersion: "TLSv1.2" },
    ...(username && { auth: { user: username, pass: password ?? "" } }),
    connectionTimeout: timeout_ms,
    greetingTimeout: timeout_ms,
    socketTimeout: timeout_ms,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: onMessageSent(onEnd),
  });
}

/** nodemailer reports only in its log that the whole mail was sent. From then on, a lost response means an unknown outcome. */
function onMessageSent(onEnd: () => void) {
  const ignore = () => {};
  const info = (entry: { tnx?: string }) => {
    if (entry.tnx === "message") onEnd();
  };
  return { level: ignore, trace: ignore, debug: ignore, info, warn: ignore, error: ignore, fatal: ignore };
}

type Failure = Error & { code?: string; command?: string; responseCode?: number; response?: string };

/** RFC 5321: 4xx is transient, 5xx is permanent. `command` is the rejected command. */
function outcomeOf(vendor: Vendor, error: Failure, is_sent: boolean): SendOutcome {
  const { code, command = "", responseCode = 0, response } = error;
  const message = vendorMessage(vendor, response ?? error.message);
  if (code === "EAUTH" && !(responseCode >= 400 && responseCode < 500)) return { outcome: "misconfigured", message };
  if (responseCode >= 500) {
    if (command === "RCPT TO") return recipientRejected(message, responseCode);
    if (command === "DATA") return { outcome: "rejected", code: `smtp_${responseCode}`, message, disables: null };
    return { outcome: "misconfigured", message };
  }
  if (code === "ETLS" || code === "EREQUIRETLS") return { outcome: "misconfigured", message };
  if (responseCode === 0 && is_sent)
    return { outcome: "unknown", message: `${vendor.label} did not respond: the mail may have been sent` };
  return { outcome: "later", message, retry_after_ms: null };
}

/** RFC 3463: 5.1.x concerns the address, other codes the mail or the sender. Some servers send only the three digits. */
function recipientRejected(message: string, status: number): SendOutcome {
  const [, subject] = /\b5\.(\d{1,3})\.\d{1,3}\b/.exec(message) ?? [];
  const is_address = subject ? subject === "1" : [550, 551, 553].includes(status);
  return { outcome: "rejected", code: `smtp_${status}`, message, disables: is_address ? "address" : null };
}

const base64 = (text: string | null): string | null => (text ? Buffer.from(text).toString("base64") : null);
