import { and, eq, isNull, lte, type SQL, sql } from "drizzle-orm";
import { locations, membershipPlans, priceIncreases } from "@/db/schema";
import { localDay } from "@/lib/domain/memberships/rules";
import { isOpenLocation } from "@/lib/domain/organization/locations";
import type { ClockCtx, TenantCtx } from "@/lib/kernel/operation";
import { type CalendarDay, compareDays, dayAt } from "@/lib/values/calendar-day";

/** An increase that the column `price_minor` of its plan does not contain yet. A plan has at most one. */
export const isPending = ({ organization_id }: TenantCtx, plan_id: string): SQL | undefined =>
  and(
    eq(priceIncreases.organization_id, organization_id),
    eq(priceIncreases.plan_id, plan_id),
    isNull(priceIncreases.applied_at),
    isNull(priceIncreases.withdrawn_at),
  );

/** The price of the plan on a day: that of an increase which applies by then, otherwise its own (C20). No job has to run for it. */
const priceBy = (day: SQL): SQL<number> =>
  sql`coalesce((select i.price_minor from price_increases i
    where i.organization_id = membership_plans.organization_id and i.plan_id = membership_plans.id
      and i.applied_at is null and i.withdrawn_at is null and i.effective_on <= ${day}), membership_plans.price_minor)`.mapWith(
    membershipPlans.price_minor,
  ) as SQL<number>;

export const priceOnDay = (day: CalendarDay): SQL<number> => priceBy(sql`${day}::date`);

/** The day has come when it has begun at every open location. */
const dayEverywhere = (now: ClockCtx["now"]): SQL =>
  sql`(select min(${localDay("w", now)}) from locations w
    where w.organization_id = membership_plans.organization_id and w.archived_at is null)`;

/** The same day as a value. */
export async function todayEverywhere({ db, organization_id, now }: ClockCtx): Promise<CalendarDay> {
  const zones = await db
    .select({ time_zone: locations.time_zone })
    .from(locations)
    .where(isOpenLocation(organization_id));
  const days = zones.map(({ time_zone }) => dayAt(now.toString(), time_zone));
  return days.toSorted(compareDays)[0] ?? dayAt(now.toString(), "UTC");
}

export const priceToday = (now: ClockCtx["now"]): SQL<number> => priceBy(dayEverywhere(now));

/**
 * Writes an increase whose day has come into the plan itself, so that a later change of the price is not hidden by it. `day` is the
 * local day of the change.
 */
export async function takeUpIncrease(ctx: ClockCtx, plan_id: string, day: CalendarDay): Promise<void> {
  const { db, organization_id, now } = ctx;
  const [due] = await db
    .update(priceIncreases)
    .set({ applied_at: now.toString() })
    .where(and(isPending(ctx, plan_id), lte(priceIncreases.effective_on, day)))
    .returning({ price_minor: priceIncreases.price_minor });
  if (!due) return;
  await db
    .update(membershipPlans)
    .set({ price_minor: due.price_minor })
    .where(and(eq(membershipPlans.organization_id, organization_id), eq(membershipPlans.id, plan_id)));
}
