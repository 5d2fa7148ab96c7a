import { and, eq, type SQL } from "drizzle-orm";
import { locations, membershipPlans, memberships } from "@/db/schema";
import type { BillingState } from "@/lib/domain/billing/engine";
import type { ClockCtx } from "@/lib/kernel/operation";
import { type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import type { PlanTaxes } from "./draft";
import { withFamilies } from "./families";
import { planTaxes } from "./plan-taxes";
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
  const taxes = await planTaxes({ db, organization_id }, rows);
  const days = new Map<string, CalendarDay>();
  const billed = rows.map(({ row, plan, freezes, time_zone }) => {
    const today = days.get(time_zone) ?? dayAt(now.toString(), time_zone);
    days.set(time_zone, today);
    return { row, plan, taxes, today, state: billingStateOf(row, plan, freezes, today) };
  });
  return withFamilies({ db, organization_id }, billed, taxes);
}
