import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { blockedAddresses } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notification-preferences";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type ClockCtx, type Ctx, operation } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import type { Block } from "./contact";

type NewBlock = { channel: Channel; address: string; reason: Block["reason"]; detail: string | null };

/**
 * P9: blocks an address for all members who share it. The first reason remains, except that a STOP replaces all others, because
 * staff may not lift it.
 */
export async function blockAddress(ctx: ClockCtx, { channel, address, reason, detail }: NewBlock): Promise<void> {
  const { db, organization_id, now } = ctx;
  if (reason === "stop") await lift(ctx, channel, address, ["hard_bounce", "complaint", "dead_address", "staff"]);
  await db
    .insert(blockedAddresses)
    .values({
      organization_id,
      channel,
      address: channel === "email" ? address.toLowerCase() : address,
      reason,
      detail,
      blocked_at: now.toString(),
    })
    .onConflictDoNothing();
}

/** P4: a START lifts the STOP of the same number, and proves that the number works. */
export const liftStop = (ctx: ClockCtx, channel: Channel, address: string): Promise<void> =>
  lift(ctx, channel, address, ["stop", "dead_address"]);

/** A delivered message proves that the address works. */
export const liftDeadAddress = (ctx: ClockCtx, channel: Channel, address: string): Promise<void> =>
  lift(ctx, channel, address, ["dead_address"]);

async function lift(
  { db, organization_id, now }: ClockCtx,
  channel: Channel,
  address: string,
  reasons: Block["reason"][],
): Promise<void> {
  await db
    .update(blockedAddresses)
    .set({ lifted_at: now.toString() })
    .where(
      and(
        eq(blockedAddresses.organization_id, organization_id),
        eq(blockedAddresses.channel, channel),
        eq(blockedAddresses.address, address),
        inArray(blockedAddresses.reason, reasons),
        isNull(blockedAddresses.lifted_at),
      ),
    );
}

export const liftBlock = operation(contracts.liftBlock, async (ctx, { id }) => {
  const { db, organization_id, now } = ctx;
  const own = and(eq(blockedAddresses.organization_id, organization_id), eq(blockedAddresses.id, id));
  const [block] = await db.select().from(blockedAddresses).where(own).for("update");
  if (!block || !(await isWithinReach(ctx, block))) throw notFound();
  const { channel, address, reason, lifted_at } = block;
  if (reason === "stop" && !lifted_at) {
    throw new Problem(
      "conflict",
      "The member stopped these messages with STOP. Only the member can resume them, with START.",
    );
  }
  if (!lifted_at) await db.update(blockedAddresses).set({ lifted_at: now.toString() }).where(own);
  ctx.audit({ target_type: "blocked_address", target_id: id, before: { channel, address, reason } });
  return null;
});

/** A12: a bound caller may lift the block of an address that a member of their locations, or the member's guardian, uses. */
async function isWithinReach(ctx: Ctx, { channel, address }: typeof blockedAddresses.$inferSelect): Promise<boolean> {
  const { location_ids } = ctx.caller;
  if (location_ids === null) return true;
  const holds =
    channel === "email"
      ? sql`${address} in (lower(m.email), lower(m.guardian_email))`
      : sql`${address} in (m.phone, m.guardian_phone)`;
  const { rows } = await ctx.db.execute(sql`
    select 1 from members m
    where m.organization_id = ${ctx.organization_id} and m.home_location_id = any(${sql.param([...location_ids])}::uuid[])
      and ${holds} limit 1`);
  return rows.length > 0;
}
