import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { messageProviders } from "@/db/schema";
import { seal, unseal } from "@/lib/kernel/cipher";
import { Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import { type MailSender, mailSender } from "@/lib/values/mail-sender";
import { providerSettings } from "@/lib/values/provider-settings";
import { nested, placesOf } from "./vendor-fields";

export type Stored = typeof messageProviders.$inferSelect;
export type Secrets = Record<string, string>;
export type Scope = Pick<Ctx<unknown>, "db" | "organization_id">;

/** A vendor's settings, whole and checked, and in whose name mail goes out. */
export type Usable = {
  settings: z.output<(typeof providerSettings)[Channel]>;
  sender: MailSender | null;
};

export const isProvider = ({ organization_id }: Pick<Scope, "organization_id">, channel: Channel) =>
  and(eq(messageProviders.organization_id, organization_id), eq(messageProviders.channel, channel));

export async function findProvider(scope: Scope, channel: Channel): Promise<Stored | undefined> {
  const [row] = await scope.db.select().from(messageProviders).where(isProvider(scope, channel));
  return row;
}

/** Of one organization and channel: moved to another row it cannot be read. */
const place = (organization_id: string, channel: Channel) => `message_providers ${organization_id} ${channel}`;

export const sealSecrets = (organization_id: string, channel: Channel, secrets: Secrets): string | null =>
  Object.keys(secrets).length === 0 ? null : seal(place(organization_id, channel), secrets);

function secretsOf({ organization_id, channel, credentials_ciphertext }: Stored): Secrets {
  if (credentials_ciphertext === null) return {};
  return z.record(z.string(), z.string()).parse(unseal(place(organization_id, channel), credentials_ciphertext));
}

/** Where ENCRYPTION_KEY is no longer the one that sealed them, there are none to speak of. */
export function readableSecrets(row: Stored): Secrets {
  try {
    return secretsOf(row);
  } catch {
    return {};
  }
}

export const usableOf = (row: Stored): Usable => toUsable(row.channel, row.vendor, row.settings, secretsOf(row));

/** Throws what a form can show: each fault beside its field. */
export function toUsable(
  channel: Channel,
  vendor: string,
  settings: Record<string, unknown>,
  secrets: Secrets,
): Usable {
  const places = placesOf(channel, vendor);
  const { from_email, from_name, reply_to, ...rest } = nested(places, { ...settings, ...secrets });
  const named = (path: PropertyKey[]) => {
    const name = path.join("_");
    const is_secret = places.some(({ field }) => field.name === name && field.is_secret);
    return `${is_secret ? "secrets" : "settings"}.${name}`;
  };
  const parsed = providerSettings[channel].safeParse({ vendor, ...rest });
  const sender =
    channel === "email" && vendor !== "local" ? mailSender.safeParse({ from_email, from_name, reply_to }) : null;
  const faults = [...(parsed.error?.issues ?? []), ...(sender?.error?.issues ?? [])];
  if (faults.length > 0) {
    const errors = faults.map(({ path, message }) => ({ field: named(path), message }));
    throw new Problem("invalid_input", "Some fields are invalid. See errors for each of them.", { errors });
  }
  return { settings: parsed.data as Usable["settings"], sender: sender?.data ?? null };
}
