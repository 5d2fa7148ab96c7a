import { sql } from "drizzle-orm";
import type { Database } from "@/db/tenancy";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { lockFold } from "./lock";

export type LocationKey = { organization_id: string; location_id: string };

/** A visit lasts at most one day, so this margin includes it in any time zone. */
export const daysAround = 3;

/**
 * Counts the members inside at each local minute of these days, and deletes days before `retained_from`. All visits of these days
 * have ended, so a late check-out does not change them.
 */
export async function countInside(
  db: Database,
  { organization_id, location_id }: LocationKey,
  { days, retained_from }: { days: readonly CalendarDay[]; retained_from: CalendarDay },
): Promise<void> {
  await lockFold(db, location_id, "fold");
  // Changes are counted by elapsed minutes since the start of the day. On days of a clock change those differ from local minutes.
  await db.execute(sql`
    with day as materialized (
      select day_on, time_zone, day_on::timestamp at time zone time_zone as began_at,
        (day_on + 1)::timestamp at time zone time_zone as ended_at
      from unnest(${sql.param([...days])}::date[]) as day_on
      join locations on organization_id = ${organization_id} and id = ${location_id}
    ),
    pruned as (
      delete from occupancy_days
      where organization_id = ${organization_id} and location_id = ${location_id} and day_on < ${retained_from}::date
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

/** After a change of a location's time zone, its past local minutes are invalid. */
export async function forgetInside(db: Database, { organization_id, location_id }: LocationKey): Promise<void> {
  await lockFold(db, location_id, "correct");
  await db.execute(sql`
    delete from occupancy_days where organization_id = ${organization_id} and location_id = ${location_id}`);
}
