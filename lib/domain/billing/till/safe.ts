import { and, eq, sql } from "drizzle-orm";
import { locations } from "@/db/schema";
import { Problem } from "@/lib/kernel/errors";
import type { OrganizationCtx, TenantCtx } from "@/lib/kernel/operation";
import { formatMoney } from "@/lib/values/money";

/** The cash in the safe of a location: what tills put there, less what went into a float or to the bank. */
export async function heldIn(
  { db, organization_id }: TenantCtx,
  location_id: string,
  currency: string,
): Promise<number> {
  const { rows } = await db.execute<{ held: string }>(
    sql`select safe_held(${organization_id}::uuid, ${location_id}::uuid, ${currency}) as held`,
  );
  return Number(rows[0]?.held ?? 0);
}

type Taking = { location_id: string; currency: string; amount_minor: number };

/** Refuses more than the safe holds. Two takings of one safe wait for each other until the transaction ends. */
export async function takeFromSafe(
  ctx: OrganizationCtx,
  { location_id, currency, amount_minor }: Taking,
  cure: string,
): Promise<void> {
  await ctx.db
    .select({ id: locations.id })
    .from(locations)
    .where(and(eq(locations.organization_id, ctx.organization_id), eq(locations.id, location_id)))
    .for("no key update");
  const held_minor = await heldIn(ctx, location_id, currency);
  if (amount_minor <= held_minor) return;
  const holds = formatMoney(held_minor, currency, ctx.organization.locale);
  throw new Problem("conflict", `The safe holds ${holds}. ${cure}`);
}
