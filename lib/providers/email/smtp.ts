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
      return oneByOne(mails, 4, (mail) => sendOne(vendor, { ...settings, address: found.address, timeout_ms }, mail));
    },
  });
}

type Server = Omit<SmtpSettings, "vendor"> & { /** What the name stands for. */ address: string; timeout_ms: number };

async function sendOne(vendor: Vendor, server: Server, mail: Mail): Promise<SendOutcome> {
  const messageId = `<${mail.id}@${mail.from.email.split("@").at(-1)}>`;
  let is_handed_over = false;
  try {
    const transport = await connect(server, () => {
      is_handed_over = true;
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
    });
    if (rejected.length > 0) return refusedRecipient("The server took the mail and left its recipient out", 550);
    return { outcome: "accepted", provider_message_id: messageId };
  } catch (error) {
    return outcomeOf(vendor, error as Failure, is_handed_over);
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
    logger: watch(onEnd),
  });
}

/** Only its log tells when the last byte of a mail has gone to the server, from where on a lost answer means doubt. */
function watch(onEnd: () => void) {
  const nothing = () => {};
  const info = (entry: { tnx?: string }) => {
    if (entry.tnx === "message") onEnd();
  };
  return { level: nothing, trace: nothing, debug: nothing, info, warn: nothing, error: nothing, fatal: nothing };
}

type Failure = Error & { code?: string; command?: string; responseCode?: number; response?: string };

/** RFC 5321: 4xx means later, 5xx means never. What stands in `command` is what the server refused. */
function outcomeOf(vendor: Vendor, error: Failure, is_handed_over: boolean): SendOutcome {
  const { code, command = "", responseCode = 0, response } = error;
  const message = vendorSays(vendor, response ?? error.message);
  if (code === "EAUTH" && !(responseCode >= 400 && responseCode < 500)) return { outcome: "misconfigured", message };
  if (responseCode >= 500) {
    if (command === "RCPT TO") return refusedRecipient(message, responseCode);
    if (command === "DATA") return { outcome: "rejected", code: `smtp_${responseCode}`, message, disables: null };
    return { outcome: "misconfigured", message };
  }
  if (code === "ETLS" || code === "EREQUIRETLS") return { outcome: "misconfigured", message };
  if (responseCode === 0 && is_handed_over)
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
