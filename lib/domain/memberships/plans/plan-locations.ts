import { and, eq, inArray } from "drizzle-orm";
import { locations, membershipPlanLocations } from "@/db/schema";
import { isOpenLocation } from "@/lib/domain/organization/locations";
import { mayAccessLocation } from "@/lib/kernel/caller";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";

/** The distinct locations and their currency. Throws if one is closed or outside the caller's reach, or if currencies differ. */
export async function checkLocations(ctx: Ctx, location_ids: readonly string[]) {
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
    throw invalid(
      "location_ids",
      `These locations use ${[...currencies].join(" and ")}. Create a plan for each currency`,
    );
  }
  return { location_ids: wanted, currency: rows[0]?.currency ?? null };
}

export async function setPlanLocations(ctx: Ctx, plan_id: string, location_ids: readonly string[]): Promise<void> {
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
    throw invalid("currency", `The plan's locations use ${charged}, so set its price in ${charged}`);
  }
}

/** A3: a bound caller cannot change a plan that is also valid at other locations. */
export function checkReach({ caller }: Ctx, location_ids: readonly string[]): void {
  if (caller.location_ids === null) return;
  if (location_ids.length > 0 && location_ids.every((id) => mayAccessLocation(caller, id))) return;
  throw new Problem(
    "forbidden",
    "This plan is also valid at locations that you have no access to. Ask an owner or administrator of all locations.",
  );
}
