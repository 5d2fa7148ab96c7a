import { and, eq, inArray } from "drizzle-orm";
import { locations, membershipPlanLocations } from "@/db/schema";
import { isOpenLocation } from "@/lib/domain/organization/locations";
import { mayAccessLocation } from "@/lib/kernel/caller";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";

/** The distinct locations, each open for business, reached by the caller and charging in one currency. */
export async function placesOf(ctx: Ctx, location_ids: readonly string[]) {
  const wanted = [...new Set(location_ids)];
  if (wanted.length === 0) return { location_ids: wanted, currency: null };
  const rows = await ctx.db
    .select({ id: locations.id, currency: locations.currency })
    .from(locations)
    .where(and(isOpenLocation(ctx.organization_id), inArray(locations.id, wanted)));
  if (rows.length !== wanted.length || wanted.some((id) => !mayAccessLocation(ctx.caller, id))) {
    throw invalid("location_ids", "Choose open locations that you have access to");
  }
  const currencies = new Set(rows.map(({ currency }) => currency));
  if (currencies.size > 1) {
    throw invalid("location_ids", `These locations charge in ${[...currencies].join(" and ")}. Make one plan for each`);
  }
  return { location_ids: wanted, currency: rows[0]?.currency ?? null };
}

export async function placePlan(ctx: Ctx, plan_id: string, location_ids: readonly string[]): Promise<void> {
  const { db, organization_id } = ctx;
  await db
    .delete(membershipPlanLocations)
    .where(
      and(eq(membershipPlanLocations.organization_id, organization_id), eq(membershipPlanLocations.plan_id, plan_id)),
    );
  const rows = location_ids.map((location_id) => ({ organization_id, plan_id, location_id }));
  if (rows.length > 0) await db.insert(membershipPlanLocations).values(rows);
}

export function checkCurrency(currency: string, charged: string | null): void {
  if (charged && charged !== currency) {
    throw invalid("currency", `The plan's locations charge in ${charged}, so price it in ${charged}`);
  }
}

/** A3: who is bound to locations leaves alone what also counts elsewhere. */
export function refuseBeyondReach({ caller }: Ctx, location_ids: readonly string[]): void {
  if (caller.location_ids === null) return;
  if (location_ids.length > 0 && location_ids.every((id) => mayAccessLocation(caller, id))) return;
  throw new Problem("forbidden", "This plan counts at locations beyond yours. Ask somebody who reaches them.");
}
