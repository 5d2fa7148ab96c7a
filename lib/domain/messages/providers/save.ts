import { messageProviders } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notification-providers";
import { messageQueued } from "@/lib/domain/messages/events";
import { invalid, notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import { keptSecrets } from "./kept-secrets";
import { readProvider } from "./read";
import { isProvider, type Secrets, type Stored, sealSecrets, toUsable } from "./stored";
import { fieldsOf } from "./vendor-fields";

export const saveProvider = operation(contracts.saveProvider, async (ctx, { channel, vendor, settings, secrets }) => {
  const { db, organization_id, now, caller } = ctx;
  const before = await lockProvider(ctx, channel);
  ctx.expectVersion(before?.version ?? 0);
  refuseUnknown(channel, vendor, settings, secrets);
  const kept = before ? keptSecrets(before, { vendor, settings, secrets }) : {};
  const all = Object.fromEntries(Object.entries({ ...kept, ...secrets }).filter(([, value]) => value.trim() !== ""));
  toUsable(channel, vendor, settings, all);
  const row = {
    vendor,
    settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== "" && value !== null)),
    credentials_ciphertext: sealSecrets(organization_id, channel, all),
    failing_since: null,
    failure: null,
    updated_by: caller.actor.type === "user" ? caller.actor.id : null,
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
    after: { channel, vendor, ...row.settings, secrets_changed: changedNames(kept, all) },
  });
  release(ctx, channel);
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
  release(ctx, channel);
  return readProvider(ctx, channel);
});

/** What waited for working credentials may go. */
export function release(ctx: Pick<Ctx<unknown>, "emit">, channel: Channel): void {
  for (const lane of ["urgent", "bulk"] as const) ctx.emit(messageQueued, { channel, lane });
}

async function lockProvider(ctx: Ctx<unknown>, channel: Channel): Promise<Stored | undefined> {
  const [row] = await ctx.db.select().from(messageProviders).where(isProvider(ctx, channel)).for("update");
  return row;
}

/** The names only: what a secret was or is stands nowhere but in the ciphertext. */
const changedNames = (before: Secrets, after: Secrets): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);

function refuseUnknown(channel: Channel, vendor: string, settings: Record<string, unknown>, secrets: Secrets): void {
  const fields = fieldsOf(channel, vendor);
  const knows = (name: string, is_secret: boolean) =>
    fields.some((field) => field.name === name && field.is_secret === is_secret);
  for (const name of Object.keys(settings)) {
    if (!knows(name, false)) throw invalid(`settings.${name}`, "is not a setting of this provider");
  }
  for (const name of Object.keys(secrets)) {
    if (!knows(name, true)) throw invalid(`secrets.${name}`, "is not a secret of this provider");
  }
}
