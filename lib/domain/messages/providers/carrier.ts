import { log } from "@/lib/kernel/log";
import type { TenantCtx } from "@/lib/kernel/operation";
import { type EmailProvider, openEmailProvider } from "@/lib/providers/email";
import { openPushProvider, type PushProvider } from "@/lib/providers/push";
import { openSmsProvider, type SmsProvider } from "@/lib/providers/sms";
import { openWhatsAppProvider } from "@/lib/providers/whatsapp";
import type { Channel } from "@/lib/values/delivery";
import type { EmailSettings, PushSettings, SmsSettings, WhatsAppSettings } from "@/lib/values/provider-settings";
import { installationMail } from "./installation";
import { configOf, findProvider, type ProviderConfig, type StoredProvider } from "./stored";

type From = { name: string | null; email: string; reply_to: string | null };

/** The open provider of a channel. */
export type Carrier = {
  /** Version of the organization's settings; 0: the installation's vendor or the local outbox. */
  version: number;
} & (
  | { channel: "email"; provider: EmailProvider; from: From }
  | { channel: "sms" | "whatsapp"; provider: SmsProvider }
  | { channel: "push"; provider: PushProvider }
);

export type CarrierLookup = { carrier: Carrier } | { is_failing: true } | { unreadable: string; version: number };

const maxCached = 500;
const cache = new Map<string, { stamp: string; carrier: Carrier }>();
const localSender = { name: null, email: "outbox@localhost", reply_to: null };

let endpoint: string | undefined;

/** @internal Tests send vendor calls to a loopback server. */
export function setVendorEndpoint(url: string | undefined): void {
  endpoint = url;
  cache.clear();
}

/** Opens each provider once per version of its settings. Opening makes no network call. */
export async function carrierOf(ctx: TenantCtx, channel: Channel): Promise<CarrierLookup> {
  const row = await findProvider(ctx, channel);
  if (!row) return { carrier: installationCarrier(channel) };
  if (row.failing_since) return { is_failing: true };
  return openStoredProvider(row);
}

export function openStoredProvider(row: StoredProvider): Exclude<CarrierLookup, { is_failing: true }> {
  const { organization_id, channel } = row;
  const key = `${organization_id} ${channel}`;
  // A provider that is removed and created again restarts at version 1.
  const stamp = `${row.version} ${row.updated_at}`;
  const cached = cache.get(key);
  if (cached?.stamp === stamp) return cached;
  try {
    const carrier = openCarrier(row, configOf(row));
    cache.delete(key);
    cache.set(key, { stamp, carrier });
    for (const oldest of cache.keys()) {
      if (cache.size <= maxCached) break;
      cache.delete(oldest);
    }
    return { carrier };
  } catch (error) {
    log().error({ err: error, organization_id, channel }, "stored provider settings cannot be read");
    return { unreadable: "The stored settings can no longer be decrypted. Enter them again.", version: row.version };
  }
}

function openCarrier(
  { channel, version }: Pick<StoredProvider, "channel" | "version">,
  config: ProviderConfig,
): Carrier {
  const { settings, sender } = config;
  const options = { store, endpoint };
  if (channel === "email") {
    const from = sender ? { name: sender.from_name, email: sender.from_email, reply_to: sender.reply_to } : localSender;
    return { channel, version, from, provider: openEmailProvider(settings as EmailSettings, options) };
  }
  if (channel === "push") return { channel, version, provider: openPushProvider(settings as PushSettings, options) };
  const open = channel === "sms" ? openSmsProvider(settings as SmsSettings, options) : null;
  return { channel, version, provider: open ?? openWhatsAppProvider(settings as WhatsAppSettings, options) };
}

export function installationCarrier(channel: Channel): Carrier {
  const mail = channel === "email" ? openInstallationMail() : null;
  if (!mail) return openCarrier({ channel, version: 0 }, { settings: { vendor: "local" }, sender: null });
  const from = { name: null, email: mail.from.email, reply_to: null };
  return { channel: "email", version: 0, provider: mail.provider, from };
}

/** For account mails; null: stored in the local outbox. */
export function openInstallationMail(): { provider: EmailProvider; from: { name: string; email: string } } | null {
  const installation = installationMail();
  if (!installation) return null;
  const { settings, from } = installation;
  return { from, provider: openEmailProvider(settings, { store, endpoint, allow_private: true }) };
}

/** The local outbox reads the message's row, so nothing is stored here. */
const store = async (): Promise<void> => {};
