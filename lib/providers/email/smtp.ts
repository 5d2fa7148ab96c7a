import { PassThrough } from "node:stream";
import { oneByOne } from "@/lib/providers/one-by-one";
import { senderOf } from "@/lib/providers/sender";
import { type Vendor, vendorSays } from "@/lib/providers/vendor";
import type { SendOutcome } from "@/lib/values/delivery";
import type { SmtpSettings } from "@/lib/values/provider-settings";
import type { EmailProvider, Mail } from "./email-provider";
import { headerRefusal } from "./headers";
import { reachableAddress } from "./reachable-address";

type SmtpOptions = {
  /** Whether a gym may name a server of our own network, which it could otherwise feel out from here. */
  allow_private?: boolean;
  timeout_ms?: number;
};

/** One connection a mail. SMTP knows no idempotency, but the Message-ID stays the same at every try. */
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
  return senderOf<Mail>(vendor, {
    max_batch: 20,
    per_second: 2,
    refusal: headerRefusal,
    call: async (mails) => {
      const found = await reachableAddress(settings.host, allow_private);
      if (!found.ok) return mails.map(() => found.outcome);
      const { createTransport } = await import("nodemailer");
      const transport = createTransport({
        host: found.address,
        port: settings.port,
        secure: settings.security === "tls",
        requireTLS: settings.security === "starttls",
        ignoreTLS: settings.security === "none",
        tls: { servername: settings.host, minVersion: "TLSv1.2" },
        ...(settings.username && { auth: { user: settings.username, pass: settings.password ?? "" } }),
        connectionTimeout: timeout_ms,
        greetingTimeout: timeout_ms,
        socketTimeout: timeout_ms,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return oneByOne(mails, 4, (mail) => sendOne(vendor, transport, mail));
    },
  });
}

type Transport = ReturnType<typeof import("nodemailer").createTransport>;

async function sendOne(vendor: Vendor, transport: Transport, mail: Mail): Promise<SendOutcome> {
  const letter = { handed_over: false };
  const messageId = `<${mail.id}@${mail.from.email.split("@").at(-1)}>`;
  try {
    const { rejected } = await transport.sendMail({
      messageId,
      from: { name: mail.from.name, address: mail.from.email },
      to: { name: "", address: mail.to },
      ...(mail.reply_to && { replyTo: { name: "", address: mail.reply_to } }),
      subject: mail.subject,
      text: mail.text,
      html: watched(mail.html, () => {
        letter.handed_over = true;
      }),
      headers: mail.headers,
    });
    if (rejected.length > 0) return refusedRecipient("The server took the mail and left its recipient out", 550);
    return { outcome: "accepted", provider_message_id: messageId };
  } catch (error) {
    return outcomeOf(vendor, error as Failure, letter.handed_over);
  }
}

/** The last part of the mail, read to its end only after the server has agreed to take it. */
function watched(text: string, onEnd: () => void): PassThrough {
  const stream = new PassThrough();
  stream.once("end", onEnd);
  stream.end(text);
  return stream;
}

type Failure = Error & { code?: string; command?: string; responseCode?: number; response?: string };

/** RFC 5321: 4xx means later, 5xx means never. What stands in `command` is what the server refused. */
function outcomeOf(vendor: Vendor, error: Failure, handed_over: boolean): SendOutcome {
  const { code, command = "", responseCode = 0, response } = error;
  const message = vendorSays(vendor, response ?? error.message);
  if (code === "EAUTH" && !(responseCode >= 400 && responseCode < 500)) return { outcome: "misconfigured", message };
  if (responseCode >= 500) {
    if (command === "RCPT TO") return refusedRecipient(message, responseCode);
    if (command === "DATA") return { outcome: "rejected", code: `smtp_${responseCode}`, message, disables: null };
    return { outcome: "misconfigured", message };
  }
  if (code === "ETLS" || code === "EREQUIRETLS") return { outcome: "misconfigured", message };
  if (responseCode === 0 && handed_over)
    return { outcome: "unknown", message: `${vendor.label} did not answer: the mail may have gone out` };
  return { outcome: "later", message, retry_after_ms: null };
}

/** RFC 3463: 5.1.x speaks of the address, anything else of the mail or its sender; some servers tell only the three digits. */
function refusedRecipient(message: string, status: number): SendOutcome {
  const [, subject] = /\b5\.(\d{1,3})\.\d{1,3}\b/.exec(message) ?? [];
  const is_address = subject ? subject === "1" : [550, 551, 553].includes(status);
  return { outcome: "rejected", code: `smtp_${status}`, message, disables: is_address ? "address" : null };
}

const base64 = (text: string | null): string | null => (text ? Buffer.from(text).toString("base64") : null);
