import { messageProviders } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notification-providers";
import { messageQueued } from "@/lib/domain/messages/events";
import { userIdOf } from "@/lib/kernel/caller";
import { invalid, notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import { readProvider } from "./read";
import { retainedSecrets } from "./retained-secrets";
import { isProvider, parseConfig, type Secrets, type StoredProvider, sealSecrets } from "./stored";
import { fieldsOf } from "./vendor-fields";

export const saveProvider = operation(contracts.saveProvider, async (ctx, { channel, vendor, settings, secrets }) => {
  const { db, organization_id, now, caller } = ctx;
  const before = await lockProvider(ctx, channel);
  ctx.expectVersion(before?.version ?? 0);
  rejectUnknownFields(channel, vendor, settings, secrets);
  const retained = before ? retainedSecrets(before, { vendor, settings, secrets }) : {};
  const all = Object.fromEntries(
    Object.entries({ ...retained, ...secrets }).filter(([, value]) => value.trim() !== ""),
  );
  parseConfig(channel, vendor, settings, all);
  const row = {
    vendor,
    settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== "" && value !== null)),
    credentials_ciphertext: sealSecrets(organization_id, channel, all),
    failing_since: null,
    failure: null,
    updated_by: userIdOf(caller),
    version: (before?.version ?? 0) + 1,
    updated_at: now.toString(),
  };
  await db
    .insert(messageProviders)
    .values({ organization_id, channel, ...row })
    .onConflictDoUpdate({ target: [messageProviders.organization_id, messageProviders.channel], set: row });
  ctx.audit({
    target_type: "message_provider",
    target_id: null,
    before: before ? { channel, vendor: before.vendor, ...before.settings } : { channel },
    after: { channel, vendor, ...row.settings, secrets_changed: changedNames(retained, all) },
  });
  flushQueues(ctx, channel);
  return readProvider(ctx, channel);
});

export const removeProvider = operation(contracts.removeProvider, async (ctx, { channel }) => {
  const before = await lockProvider(ctx, channel);
  if (!before) throw notFound();
  ctx.expectVersion(before.version);
  await ctx.db.delete(messageProviders).where(isProvider(ctx, channel));
  ctx.audit({
    target_type: "message_provider",
    target_id: null,
    before: { channel, vendor: before.vendor, ...before.settings },
    after: null,
  });
  flushQueues(ctx, channel);
  return readProvider(ctx, channel);
});

/** Queues the messages that waited for working credentials. */
export function flushQueues(ctx: Pick<Ctx, "emit">, channel: Channel): void {
  for (const lane of ["urgent", "bulk"] as const) ctx.emit(messageQueued, { channel, lane });
}

async function lockProvider(ctx: Ctx<unknown>, channel: Channel): Promise<StoredProvider | undefined> {
  const [row] = await ctx.db.select().from(messageProviders).where(isProvider(ctx, channel)).for("update");
  return row;
}

/** Names only: secrets are never stored outside the ciphertext. */
const changedNames = (before: Secrets, after: Secrets): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);

function rejectUnknownFields(
  channel: Channel,
  vendor: string,
  settings: Record<string, unknown>,
  secrets: Secrets,
): void {
  const fields = fieldsOf(channel, vendor);
  const isField = (name: string, is_secret: boolean) =>
    fields.some((field) => field.name === name && field.is_secret === is_secret);
  for (const name of Object.keys(settings)) {
    if (!isField(name, false)) throw invalid(`settings.${name}`, "is not a setting of this provider");
  }
  for (const name of Object.keys(secrets)) {
    if (!isField(name, true)) throw invalid(`secrets.${name}`, "is not a secret of this provider");
  }
}
