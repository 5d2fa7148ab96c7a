import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { membershipPlans } from "@/db/schema";
import { lastsTo, localDay } from "@/lib/domain/memberships/rules";
import { linkedWithinReach } from "@/lib/domain/organization/locations";
import { notFound } from "@/lib/kernel/errors";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import { priceToday } from "./price-on";

/** A12: plans that are valid at a location in reach, or at every location. */
export const plansWithinReach = (location_ids: readonly string[] | null): SQL | undefined =>
  linkedWithinReach(location_ids, { table: "membership_plan_locations", key: "plan_id", owner: "membership_plans" });

/** The organization's plans on sale that are valid at one of these locations. */
export const isOnSale = (organization_id: string, location_ids: readonly string[] | null): SQL | undefined =>
  and(
    eq(membershipPlans.organization_id, organization_id),
    isNull(membershipPlans.archived_at),
    plansWithinReach(location_ids),
  );

const locationIds = sql<string[]>`array(select l.location_id::text from membership_plan_locations l
  where l.organization_id = membership_plans.organization_id and l.plan_id = membership_plans.id
  order by l.location_id)`;

/** The columns of a plan, with the price of today (C20). */
export const planColumns = (now: ClockCtx["now"]) => ({
  id: membershipPlans.id,
  code: membershipPlans.code,
  name: membershipPlans.name,
  description: membershipPlans.description,
  kind: membershipPlans.kind,
  price_minor: priceToday(now),
  currency: membershipPlans.currency,
  joining_fee_minor: membershipPlans.joining_fee_minor,
  interval_unit: membershipPlans.interval_unit,
  interval_count: membershipPlans.interval_count,
  sessions_included: membershipPlans.sessions_included,
  access_hours: membershipPlans.access_hours,
  billing_day: membershipPlans.billing_day,
  is_first_period_free: membershipPlans.is_first_period_free,
  min_term_months: membershipPlans.min_term_months,
  notice_days: membershipPlans.notice_days,
  renews_from: membershipPlans.renews_from,
  features: membershipPlans.features,
  visit_limits: membershipPlans.visit_limits,
  class_limits: membershipPlans.class_limits,
  guest_passes: membershipPlans.guest_passes,
  min_age: membershipPlans.min_age,
  max_age: membershipPlans.max_age,
  freeze_policy: membershipPlans.freeze_policy,
  family_discounts: membershipPlans.family_discounts,
  tax_class: membershipPlans.tax_class,
  is_price_with_tax: membershipPlans.is_price_with_tax,
  location_ids: locationIds,
  archived_at: membershipPlans.archived_at,
  version: membershipPlans.version,
});

export type Plan = Awaited<ReturnType<typeof getPlanRow>>;

export const isPlan = ({ organization_id, caller }: Omit<ReadCtx, "db">, id: string): SQL | undefined =>
  and(
    eq(membershipPlans.organization_id, organization_id),
    eq(membershipPlans.id, id),
    plansWithinReach(caller.location_ids),
  );

/** Throws 404 for a plan of another organization or outside the caller's reach. */
export async function getPlanRow(ctx: ReadCtx & ClockCtx, id: string) {
  const [row] = await ctx.db.select(planColumns(ctx.now)).from(membershipPlans).where(isPlan(ctx, id));
  if (!row) throw notFound();
  return row;
}

/** The number of current and pending memberships of the plan, within the caller's locations. */
export function currentMemberships(ctx: Pick<ReadCtx & ClockCtx, "caller" | "now">): SQL<number> {
  const { location_ids } = ctx.caller;
  const within = location_ids ? sql`and s.location_id = any(${sql.param([...location_ids])}::uuid[])` : sql``;
  return sql<number>`(select count(*)::int from memberships s
    join locations l on l.organization_id = s.organization_id and l.id = s.location_id
    where s.organization_id = membership_plans.organization_id and s.plan_id = membership_plans.id ${within}
      and ${lastsTo("s", localDay("l", ctx.now))})`;
}
