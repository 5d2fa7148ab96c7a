import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { blockedAddresses } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notification-preferences";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import type { Block } from "./contact";

type Scope = Pick<Ctx<unknown>, "db" | "organization_id" | "now">;
type Refused = { channel: Channel; address: string; reason: Block["reason"]; detail: string | null };

/**
 * P9: nothing more goes to this address, whoever of the members has it. Of two reasons the first stays, but a STOP comes
 * before all: it is the one that no colleague may lift.
 */
export async function blockAddress(scope: Scope, { channel, address, reason, detail }: Refused): Promise<void> {
  const { db, organization_id, now } = scope;
  if (reason === "stop") await lift(scope, channel, address, ["hard_bounce", "complaint", "dead_address", "staff"]);
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

/** P4: a START takes back what the same number stopped; whoever can send it has a number that lives. */
export const liftStop = (scope: Scope, channel: Channel, address: string): Promise<void> =>
  lift(scope, channel, address, ["stop", "dead_address"]);

/** A message that arrives after all proves that its address lives. */
export const liftDeadAddress = (scope: Scope, channel: Channel, address: string): Promise<void> =>
  lift(scope, channel, address, ["dead_address"]);

async function lift(
  { db, organization_id, now }: Scope,
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
  if (!block || !(await isInReach(ctx, block))) throw notFound();
  const { channel, address, reason, lifted_at } = block;
  if (reason === "stop" && !lifted_at) {
    throw new Problem("conflict", "The member stopped these messages by text. Only their own START begins them again.");
  }
  if (!lifted_at) await db.update(blockedAddresses).set({ lifted_at: now.toString() }).where(own);
  ctx.audit({ target_type: "blocked_address", target_id: id, before: { channel, address, reason } });
  return null;
});

/** A12: a bound caller lifts the block of an address that a member of their locations, or that member's guardian, has. */
async function isInReach(ctx: Ctx, { channel, address }: typeof blockedAddresses.$inferSelect): Promise<boolean> {
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
