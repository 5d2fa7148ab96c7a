import { and, eq, inArray, type SQL } from "drizzle-orm";
import { locations, membershipPlans, memberships } from "@/db/schema";
import type { BillingState } from "@/lib/domain/billing/engine";
import type { ClockCtx, TenantCtx } from "@/lib/kernel/operation";
import { type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import { type PlanTaxes, taxesOf } from "./draft";
import { billingStateOf, freezeRows } from "./state-of";

/** A membership with its billing state. The row is locked, so the state cannot change before `saveBilling()`. */
export type Billed = {
  row: typeof memberships.$inferSelect;
  plan: Plan;
  /** Of every plan that the state names. */
  taxes: PlanTaxes;
  state: BillingState;
  /** The local day of its location. */
  today: CalendarDay;
};

type Plan = typeof membershipPlans.$inferSelect;

type LoadOptions = {
  /** A preview does not lock the rows. */
  is_read?: boolean;
  limit?: number;
};

/** The memberships that match, in the order of their ids, with locked rows. */
export async function loadBilled(
  { db, organization_id, now }: ClockCtx,
  condition: SQL | undefined,
  { is_read = false, limit }: LoadOptions = {},
): Promise<Billed[]> {
  const query = db
    .select({ row: memberships, plan: membershipPlans, freezes: freezeRows, time_zone: locations.time_zone })
    .from(memberships)
    .innerJoin(
      membershipPlans,
      and(
        eq(membershipPlans.organization_id, memberships.organization_id),
        eq(membershipPlans.id, memberships.plan_id),
      ),
    )
    .innerJoin(
      locations,
      and(eq(locations.organization_id, memberships.organization_id), eq(locations.id, memberships.location_id)),
    )
    .where(and(eq(memberships.organization_id, organization_id), condition))
    .orderBy(memberships.id)
    .$dynamic();
  const limited = limit === undefined ? query : query.limit(limit);
  const rows = await (is_read ? limited : limited.for("update", { of: memberships }));
  const taxes = await taxesFor({ db, organization_id }, rows);
  return rows.map(({ row, plan, freezes, time_zone }) => ({
    ...{ row, plan, taxes },
    state: billingStateOf(row, plan, freezes, dayAt(now.toString(), time_zone)),
    today: dayAt(now.toString(), time_zone),
  }));
}

/** A plan change that waits, or that was made inside the period, names a plan that is not the membership's. */
async function taxesFor(
  { db, organization_id }: TenantCtx,
  rows: readonly { row: Billed["row"]; plan: Plan }[],
): Promise<PlanTaxes> {
  const known = taxesOf(rows.map(({ plan }) => plan));
  const named = rows.flatMap(({ row }) =>
    row.billing ? [row.billing.billed, ...row.billing.terms].map(({ plan_id }) => plan_id) : [],
  );
  const missing = [...new Set(named)].filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const { id, tax_class, is_price_with_tax } = membershipPlans;
  const others = await db
    .select({ id, tax_class, is_price_with_tax })
    .from(membershipPlans)
    .where(and(eq(membershipPlans.organization_id, organization_id), inArray(id, missing)));
  return new Map([...known, ...taxesOf(others)]);
}
