import { and, eq, sql } from "drizzle-orm";
import { membershipPlans } from "@/db/schema";
import { isPlan, priceOnDay } from "@/lib/domain/memberships/plans";
import type { Location } from "@/lib/domain/organization/locations";
import { notFound } from "@/lib/kernel/errors";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import { addDays, ageOn, type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import { hoursPerWeek } from "./open-hours";
import type { PriceFacts, PriceRule } from "./price-rules";
import { timeAt } from "./time-at";

/** A sale takes a place among the first n; a quote only shows what a sale would cost now. */
type Purpose = "quote" | "sale";

type Loaded = { list_price_minor: number; rules: PriceRule[]; facts: PriceFacts };

const WEEKS = 4;
/** No rule counts further (lib/values/schemas/price-rules.ts). */
const countedSales = sql.raw("10000");

/**
 * @public What the price of a plan depends on: its price of the day, its rules, and their facts. One statement, and one more for a sale.
 * The day and time are those of the location.
 */
export async function priceFactsOf(
  ctx: ReadCtx & ClockCtx,
  plan_id: string,
  member_id: string,
  location: Location,
  purpose: Purpose,
): Promise<Loaded> {
  const { db, organization_id, now } = ctx;
  const day = dayAt(now.toString(), location.time_zone);
  if (purpose === "sale") await lockFirstSales(ctx, plan_id);
  const visitedFrom = addDays(day, -7 * WEEKS);
  const [row] = await db
    .select({
      list_price_minor: priceOnDay(day),
      rules: sql<PriceRule[]>`(select coalesce(json_agg(json_build_object('reason', r.reason, 'condition', r.condition,
          'effect', r.effect) order by r.position), '[]')
        from price_rules r where r.organization_id = membership_plans.organization_id and r.plan_id = membership_plans.id)`,
      sold: sql<number>`(select count(*)::int from (select from memberships s
        where s.organization_id = membership_plans.organization_id and s.plan_id = membership_plans.id
          and s.import_id is null limit ${countedSales}) counted)`,
      birth_on: sql<CalendarDay | null>`(select m.birth_on::text from members m
        where m.organization_id = membership_plans.organization_id and m.id = ${member_id})`,
      visits: sql<number>`(select coalesce(sum(h.visits), 0)::int from visit_hours h
        where h.organization_id = membership_plans.organization_id and h.location_id = ${location.id}
          and h.visit_on >= ${visitedFrom}::date and h.visit_on < ${day}::date)`,
    })
    .from(membershipPlans)
    .where(and(eq(membershipPlans.organization_id, organization_id), isPlan(ctx, plan_id)));
  if (!row) throw notFound();
  const { list_price_minor, rules, sold, birth_on, visits } = row;
  const facts: PriceFacts = {
    day,
    time: timeAt(now.toString(), location.time_zone),
    age: birth_on === null ? null : ageOn(birth_on, day),
    location_id: location.id,
    sold,
    demand_percent: demandOf(visits, location),
  };
  return { list_price_minor, rules, facts };
}

/**
 * Sales of a plan that has a price for the first n follow each other: the lock of the plan lasts until the end of the transaction, and
 * the count that comes after it sees every sale before. Sales of other plans do not wait.
 */
async function lockFirstSales({ db, organization_id }: ClockCtx, plan_id: string): Promise<void> {
  await db.execute(sql`
    select from membership_plans p where p.organization_id = ${organization_id} and p.id = ${plan_id}
      and exists (select from price_rules r
        where r.organization_id = p.organization_id and r.plan_id = p.id and r.condition ? 'first_sales')
    for no key update of p`);
}

/** The mean number of visits that begin in an opening hour of the last four weeks, in percent of the capacity. */
function demandOf(visits: number, { capacity, opening_hours }: Location): number | null {
  const hours = WEEKS * hoursPerWeek(opening_hours);
  return capacity === null || hours === 0 ? null : Math.round((100 * visits) / (hours * capacity));
}
