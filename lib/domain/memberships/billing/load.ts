import { and, eq, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { locations, membershipPlans, memberships } from "@/db/schema";
import type { BillingState } from "@/lib/domain/billing/engine";
import type { ClockCtx } from "@/lib/kernel/operation";
import { type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import type { TaxOfLine } from "./draft";
import { billingStateOf, freezeRows } from "./state-of";

/** A membership with its billing state. The row is locked, so the state cannot change before `saveBilling()`. */
export type Billed = {
  row: typeof memberships.$inferSelect;
  plan: Plan;
  state: BillingState;
  /** How a line is taxed: from the day of a plan change on, as the new plan says. */
  tax: TaxOfLine;
  /** The local day of its location. */
  today: CalendarDay;
};

const nextPlan = alias(membershipPlans, "next_plan");

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
    .select({
      ...{ row: memberships, plan: membershipPlans, freezes: freezeRows, time_zone: locations.time_zone },
      next_tax: { tax_class: nextPlan.tax_class, is_price_with_tax: nextPlan.is_price_with_tax },
    })
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
    .leftJoin(
      nextPlan,
      and(eq(nextPlan.organization_id, memberships.organization_id), eq(nextPlan.id, memberships.next_plan_id)),
    )
    .where(and(eq(memberships.organization_id, organization_id), condition))
    .orderBy(memberships.id)
    .$dynamic();
  const limited = limit === undefined ? query : query.limit(limit);
  const rows = await (is_read ? limited : limited.for("update", { of: memberships }));
  return rows.map(({ row, plan, freezes, time_zone, next_tax }) => ({
    row,
    plan,
    tax: (line) =>
      next_tax && row.next_plan_on !== null && (line.from_on ?? line.on) >= row.next_plan_on ? next_tax : plan,
    state: billingStateOf(row, plan, freezes, dayAt(now.toString(), time_zone)),
    today: dayAt(now.toString(), time_zone),
  }));
}
