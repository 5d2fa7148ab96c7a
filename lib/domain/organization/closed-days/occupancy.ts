import { sql } from "drizzle-orm";
import type { Database } from "@/db/tenancy";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { lockFold } from "./lock";

export type Room = { organization_id: string; location_id: string };

/** A visit lasts at most a day: so many days on either side hold it, whatever the clock of its location was then. */
export const daysAround = 3;

/**
 * Counts who was inside at each minute of the wall clock of these days, and lets go of days before `kept_from`. The days lie
 * so far back that all their visits are over: a check-out that is recorded late does not move the end of one.
 */
export async function countInside(
  db: Database,
  { organization_id, location_id }: Room,
  { days, kept_from }: { days: readonly CalendarDay[]; kept_from: CalendarDay },
): Promise<void> {
  await lockFold(db, location_id, "fold");
  // Changes of visits are counted by the minute since the day began; on the day of a clock change those are not the wall's.
  await db.execute(sql`
    with day as materialized (
      select day_on, time_zone, day_on::timestamp at time zone time_zone as began_at,
        (day_on + 1)::timestamp at time zone time_zone as ended_at
      from unnest(${sql.param([...days])}::date[]) as day_on
      join locations on organization_id = ${organization_id} and id = ${location_id}
    ),
    let_go as (
      delete from occupancy_days
      where organization_id = ${organization_id} and location_id = ${location_id} and day_on < ${kept_from}::date
    )
    insert into occupancy_days (organization_id, location_id, day_on, inside)
    select ${organization_id}, ${location_id}, day.day_on, (
      with change as (
        select step.minute, sum(step.change) as change
        from check_ins v
        cross join lateral (values
          (greatest(0, ceil(date_part('epoch', v.check_in_at - day.began_at) / 60))::int, 1),
          (ceil(date_part('epoch', coalesce(v.check_out_at, v.auto_check_out_at) - day.began_at) / 60)::int, -1)
        ) as step (minute, change)
        where v.organization_id = ${organization_id} and v.location_id = ${location_id} and v.undone_at is null
          and v.visit_on between day.day_on - ${daysAround}::int and day.day_on + ${daysAround}::int
          and coalesce(v.check_out_at, v.auto_check_out_at) > day.began_at and v.check_in_at < day.ended_at
        group by step.minute
      ),
      running as (
        select minute, sum(change.change) over (order by minute) as inside
        from generate_series(0, 1560) minute left join change using (minute)
      )
      select array_agg(coalesce(running.inside, 0) order by wall.minute)
      from generate_series(0, 1439) as wall (minute)
      join running on running.minute = (date_part('epoch',
        (day.day_on + make_interval(mins => wall.minute)) at time zone day.time_zone - day.began_at) / 60)::int
    )
    from day
    on conflict (organization_id, location_id, day_on) do update set inside = excluded.inside`);
}

/** Where the clock of a location is another from now on, the minutes of its past days are others too. */
export async function forgetInside(db: Database, { organization_id, location_id }: Room): Promise<void> {
  await lockFold(db, location_id, "correct");
  await db.execute(sql`
    delete from occupancy_days where organization_id = ${organization_id} and location_id = ${location_id}`);
}
