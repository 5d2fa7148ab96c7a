import { type SQL, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Ctx } from "@/lib/kernel/operation";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import type { CheckInMethod } from "@/lib/values/statuses";

export type Range = { location_id: string | null; from_on: CalendarDay; to_on: CalendarDay };

/** One row of the grouping sets; a dimension that the row is not grouped by is null. */
export type Group = {
  visit_on: CalendarDay | null;
  local_hour: number | null;
  weekday: number | null;
  method: CheckInMethod | null;
  visits: number;
};

export const weeksCompared = 8;

/**
 * Folded days come from visit_hours, the others (normally today) from check_ins. The last folded day of each location is
 * materialized first, because with row-level security a coalesce() in the condition prevents use of the index on days.
 */
function hours({ caller, organization_id }: Ctx<unknown>, location_id: string | null, days: (on: SQL) => SQL): SQL {
  const reach = sql.param(caller.location_ids);
  const inReach = (column: SQL) =>
    sql`(${location_id}::uuid is null or ${column} = ${location_id}::uuid) and (${reach}::uuid[] is null or ${column} = any(${reach}::uuid[]))`;
  return sql`
    with open as materialized (
      select l.id, coalesce(f.folded_to_on, '-infinity'::date) as folded_to_on
      from locations l
      left join visit_folds f on f.organization_id = l.organization_id and f.location_id = l.id
      where l.organization_id = ${organization_id} and ${inReach(sql`l.id`)}
    )
    select h.visit_on, h.local_hour, h.method, h.visits
    from visit_hours h
    where h.organization_id = ${organization_id} and ${inReach(sql`h.location_id`)} and ${days(sql`h.visit_on`)}
    union all
    select v.visit_on, v.local_hour, v.method, count(*) as visits
    from open
    join check_ins v on v.organization_id = ${organization_id} and v.location_id = open.id and v.visit_on > open.folded_to_on
    where ${days(sql`v.visit_on`)} and v.undone_at is null
    group by 1, 2, 3`;
}

/** When the last seconds of a day are complete: a scan of them may be committed after midnight. */
const settlingMinutes = 15;

export const settledAt = (now: Temporal.Instant): string => now.subtract({ minutes: settlingMinutes }).toString();

/** Whether the location `l` has a past day after `f.folded_to_on`. */
export const isDue = (settled: string): SQL => sql`
  (f.folded_to_on is null or f.folded_to_on < (${settled}::timestamptz at time zone l.time_zone)::date - 1)`;

export type SameWeekday = { visit_on: CalendarDay; local_hour: number; visits: number };

/**
 * All sums over the range, and the last day with the same weekday of the weeks before it, by hour. One statement, so that the
 * many visits of a day that is not folded yet are counted once.
 */
export async function readVisits(
  ctx: Ctx<unknown>,
  { location_id, from_on, to_on }: Range,
): Promise<{ groups: Group[]; same_weekdays: SameWeekday[]; is_fold_due: boolean }> {
  const weekdays = Array.from({ length: weeksCompared + 1 }, (_, week) => addDays(to_on, -7 * week));
  const earlier = sql.param(weekdays.filter((day) => day < from_on));
  const { rows } = await ctx.db.execute<Group & { part: "group" | "weekday" | "due" }>(sql`
    with hours as materialized (
      ${hours(ctx, location_id, (on) => sql`${on} between ${from_on}::date and ${to_on}::date`)}
      union all
      (${hours(ctx, location_id, (on) => sql`${on} = any(${earlier}::date[])`)})
    )
    select 'group' as part, visit_on, local_hour, weekday, method, sum(visits)::int as visits
    from (select hours.*, extract(isodow from visit_on)::int as weekday from hours where visit_on >= ${from_on}::date) every
    group by grouping sets ((visit_on), (local_hour), (weekday), (method), (weekday, local_hour))
    union all
    select 'weekday', visit_on, local_hour, null, null, sum(visits)::int
    from hours where visit_on = any(${sql.param(weekdays)}::date[])
    group by visit_on, local_hour
    union all
    (select 'due', null, null, null, null, 0 from locations l
    left join visit_folds f on f.organization_id = l.organization_id and f.location_id = l.id
    where l.organization_id = ${ctx.organization_id} and ${isDue(settledAt(ctx.now))} limit 1)`);
  return {
    groups: rows.filter(({ part }) => part === "group"),
    same_weekdays: rows.filter(({ part }) => part === "weekday") as unknown as SameWeekday[],
    is_fold_due: rows.some(({ part }) => part === "due"),
  };
}
