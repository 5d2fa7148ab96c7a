import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { messageProviders } from "@/db/schema";
import { seal, unseal } from "@/lib/kernel/cipher";
import { Problem } from "@/lib/kernel/errors";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import { type MailSender, mailSender } from "@/lib/values/mail-sender";
import { providerSettings } from "@/lib/values/provider-settings";
import { fieldPathsOf, toNested } from "./vendor-fields";

export type StoredProvider = typeof messageProviders.$inferSelect;
export type Secrets = Record<string, string>;
/** Complete and validated settings of a vendor, and the sender of mails. */
export type ProviderConfig = {
  settings: z.output<(typeof providerSettings)[Channel]>;
  sender: MailSender | null;
};

export const isProvider = ({ organization_id }: Pick<TenantCtx, "organization_id">, channel: Channel) =>
  and(eq(messageProviders.organization_id, organization_id), eq(messageProviders.channel, channel));

export async function findProvider(ctx: TenantCtx, channel: Channel): Promise<StoredProvider | undefined> {
  const [row] = await ctx.db.select().from(messageProviders).where(isProvider(ctx, channel));
  return row;
}

export const findProviders = ({ db, organization_id }: TenantCtx): Promise<StoredProvider[]> =>
  db.select().from(messageProviders).where(eq(messageProviders.organization_id, organization_id));

/** Binds the ciphertext to its organization and channel. */
const cipherContext = (organization_id: string, channel: Channel) => `message_providers ${organization_id} ${channel}`;

export const sealSecrets = (organization_id: string, channel: Channel, secrets: Secrets): string | null =>
  Object.keys(secrets).length === 0 ? null : seal(cipherContext(organization_id, channel), secrets);

function secretsOf({ organization_id, channel, credentials_ciphertext }: StoredProvider): Secrets {
  if (credentials_ciphertext === null) return {};
  return z
    .record(z.string(), z.string())
    .parse(unseal(cipherContext(organization_id, channel), credentials_ciphertext));
}

/** Empty if ENCRYPTION_KEY has changed since. */
export function readableSecrets(row: StoredProvider): Secrets {
  try {
    return secretsOf(row);
  } catch {
    return {};
  }
}

export const configOf = (row: StoredProvider): ProviderConfig =>
  parseConfig(row.channel, row.vendor, row.settings, secretsOf(row));

/** Throws one error for each invalid field. */
export function parseConfig(
  channel: Channel,
  vendor: string,
  settings: Record<string, unknown>,
  secrets: Secrets,
): ProviderConfig {
  const paths = fieldPathsOf(channel, vendor);
  const { from_email, from_name, reply_to, ...rest } = toNested(paths, { ...settings, ...secrets });
  const fieldName = (path: PropertyKey[]) => {
    const name = path.join("_");
    const is_secret = paths.some(({ field }) => field.name === name && field.is_secret);
    return `${is_secret ? "secrets" : "settings"}.${name}`;
  };
  const parsed = providerSettings[channel].safeParse({ vendor, ...rest });
  const sender =
    channel === "email" && vendor !== "local" ? mailSender.safeParse({ from_email, from_name, reply_to }) : null;
  const issues = [...(parsed.error?.issues ?? []), ...(sender?.error?.issues ?? [])];
  if (issues.length > 0) {
    const errors = issues.map(({ path, message }) => ({ field: fieldName(path), message }));
    throw new Problem("invalid_input", "Some fields cannot be accepted. See errors for each of them.", { errors });
  }
  return { settings: parsed.data as ProviderConfig["settings"], sender: sender?.data ?? null };
}
