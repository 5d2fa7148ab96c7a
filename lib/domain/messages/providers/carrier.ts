import { log } from "@/lib/kernel/log";
import { type EmailProvider, openEmailProvider } from "@/lib/providers/email";
import { openPushProvider, type PushProvider } from "@/lib/providers/push";
import { openSmsProvider, type SmsProvider } from "@/lib/providers/sms";
import { openWhatsAppProvider } from "@/lib/providers/whatsapp";
import type { Channel } from "@/lib/values/delivery";
import type { EmailSettings, PushSettings, SmsSettings, WhatsAppSettings } from "@/lib/values/provider-settings";
import { installationMail } from "./installation";
import { findProvider, type Scope, type Stored, type Usable, usableOf } from "./stored";

type From = { name: string | null; email: string; reply_to: string | null };

/** Who carries a channel's messages, ready to be called. */
export type Carrier = {
  /** Of the organization's own settings; 0: the installation's vendor, or nobody's. */
  version: number;
} & (
  | { channel: "email"; provider: EmailProvider; from: From }
  | { channel: "sms" | "whatsapp"; provider: SmsProvider }
  | { channel: "push"; provider: PushProvider }
);

export type Choice = { carrier: Carrier } | { is_failing: true } | { unreadable: string; version: number };

const most = 500;
const opened = new Map<string, { stamp: string; carrier: Carrier }>();
const nowhere = { name: null, email: "outbox@localhost", reply_to: null };

let endpoint: string | undefined;

/** @internal For tests, which put a server of their own in the vendors' place. */
export function setVendorEndpoint(url: string | undefined): void {
  endpoint = url;
  opened.clear();
}

/** A vendor is opened once for each version of its settings; the network is not touched before the first message. */
export async function carrierOf(scope: Scope, channel: Channel): Promise<Choice> {
  const row = await findProvider(scope, channel);
  if (!row) return { carrier: ofInstallation(channel) };
  if (row.failing_since) return { is_failing: true };
  return openStored(row);
}

export function openStored(row: Stored): Exclude<Choice, { is_failing: true }> {
  const { organization_id, channel } = row;
  const key = `${organization_id} ${channel}`;
  // Whoever removes a vendor and names another begins with version 1 again.
  const stamp = `${row.version} ${row.updated_at}`;
  const known = opened.get(key);
  if (known?.stamp === stamp) return known;
  try {
    const carrier = openCarrier(row, usableOf(row));
    opened.delete(key);
    opened.set(key, { stamp, carrier });
    for (const oldest of opened.keys()) {
      if (opened.size <= most) break;
      opened.delete(oldest);
    }
    return { carrier };
  } catch (error) {
    log().error({ err: error, organization_id, channel }, "stored provider settings are unusable");
    return { unreadable: "The stored settings cannot be read any more. Enter them again.", version: row.version };
  }
}

function openCarrier({ channel, version }: Pick<Stored, "channel" | "version">, usable: Usable): Carrier {
  const { settings, sender } = usable;
  const options = { store, endpoint };
  if (channel === "email") {
    const from = sender ? { name: sender.from_name, email: sender.from_email, reply_to: sender.reply_to } : nowhere;
    return { channel, version, from, provider: openEmailProvider(settings as EmailSettings, options) };
  }
  if (channel === "push") return { channel, version, provider: openPushProvider(settings as PushSettings, options) };
  const open = channel === "sms" ? openSmsProvider(settings as SmsSettings, options) : null;
  return { channel, version, provider: open ?? openWhatsAppProvider(settings as WhatsAppSettings, options) };
}

export function ofInstallation(channel: Channel): Carrier {
  const installed = channel === "email" ? openInstallationMail() : null;
  if (!installed) return openCarrier({ channel, version: 0 }, { settings: { vendor: "local" }, sender: null });
  const from = { name: null, email: installed.from.email, reply_to: null };
  return { channel: "email", version: 0, provider: installed.provider, from };
}

/** For mail about people's own accounts; null: it is kept here. */
export function openInstallationMail(): { provider: EmailProvider; from: { name: string; email: string } } | null {
  const installation = installationMail();
  if (!installation) return null;
  const { settings, from } = installation;
  return { from, provider: openEmailProvider(settings, { store, endpoint, allow_private: true }) };
}

/** The message's own row is its place in the outbox. */
const store = async (): Promise<void> => {};
