import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/occupancy";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { occupancyOf } from "@/lib/values/occupancy";
import { defaultPolicies, policiesOf } from "@/lib/values/policies";
import { type Movement, overTheDay } from "./over-the-day";

type Row = {
  location_id: string;
  location_name: string;
  time_zone: string;
  capacity: number | null;
  policies: Record<string, unknown>;
  inside: number;
  typical: number | null;
  day_began_at: string;
  movements: Movement[];
};

export const getOccupancy = operation(contracts.getOccupancy, async (ctx, { location_id }) => {
  const rows = await readRooms(ctx, location_id);
  if (location_id && rows.length === 0) throw notFound();
  const at = ctx.now.toString();
  return {
    data: rows.map(({ policies, movements, day_began_at, ...row }) => ({
      ...occupancyOf(row, policiesOf({ policies })),
      at,
      location_name: row.location_name,
      time_zone: row.time_zone,
      typical: row.typical,
      today: overTheDay(movements, day_began_at, at),
    })),
  };
});

/**
 * `typical`: those inside at this wall time on the same weekday, over eight weeks. A visit that could still be under way
 * began at most the longest visit earlier, so each week reads a few hours of the index on time. Rooms and moments are
 * computed apart (materialized, offset 0), because row-level security keeps an expression away from that index where it is
 * written into the condition.
 */
async function readRooms(ctx: Ctx<unknown>, location_id: string | undefined): Promise<Row[]> {
  const { db, caller, organization_id } = ctx;
  const now = sql`${ctx.now.toString()}::timestamptz`;
  const { rows } = await db.execute<Row>(sql`
    with room as materialized (
      select l.id, l.name, l.time_zone, l.capacity, o.policies,
        ${now} at time zone l.time_zone as wall_time,
        (${now} at time zone l.time_zone)::date as today, (${now} at time zone l.time_zone)::date - 1 as yesterday,
        date_trunc('day', ${now} at time zone l.time_zone) at time zone l.time_zone as day_began_at,
        make_interval(mins => coalesce((o.policies ->> 'max_visit_minutes')::int, ${defaultPolicies.max_visit_minutes})) as longest,
        (select v.visit_on from check_ins v
          where v.organization_id = ${organization_id} and v.location_id = l.id
          order by v.visit_on limit 1) as first_visit_on
      from locations l
      join organizations o on o.id = l.organization_id
      where l.organization_id = ${organization_id} and l.archived_at is null
        and (${location_id ?? null}::uuid is null or l.id = ${location_id ?? null}::uuid)
        and (${sql.param(caller.location_ids)}::uuid[] is null or l.id = any(${sql.param(caller.location_ids)}::uuid[]))
    )
    select room.id as location_id, room.name as location_name, room.time_zone, room.capacity, room.policies,
      to_json(room.day_began_at) as day_began_at,
      (select count(*)::int from check_ins v
        where v.organization_id = ${organization_id} and v.location_id = room.id
          and v.check_out_at is null and v.undone_at is null and v.auto_check_out_at > ${now}) as inside,
      (select case when count(*) > 1 then round(avg(week.inside))::int end
        from (
          select (select count(*) from check_ins v
            where v.organization_id = ${organization_id} and v.location_id = room.id and v.undone_at is null
              and v.check_in_at <= moment.at and v.check_in_at > moment.since
              and coalesce(v.check_out_at, v.auto_check_out_at) > moment.at) as inside
          from (
            select (room.wall_time - make_interval(weeks => ago)) at time zone room.time_zone as at,
              (room.wall_time - make_interval(weeks => ago)) at time zone room.time_zone - room.longest as since
            from generate_series(1, 8) ago
            where (room.wall_time - make_interval(weeks => ago))::date >= room.first_visit_on
            offset 0
          ) moment
        ) week) as typical,
      (select coalesce(json_agg(json_build_object('quarter', moved.quarter, 'change', moved.change)), '[]')
        from (
          select step.quarter, sum(step.change)::int as change
          from check_ins v
          cross join lateral (values
            (greatest(-1, floor(extract(epoch from v.check_in_at - room.day_began_at) / 900))::int, 1),
            ((ceil(extract(epoch from coalesce(v.check_out_at, v.auto_check_out_at) - room.day_began_at) / 900) - 1)::int, -1)
          ) as step (quarter, change)
          where v.organization_id = ${organization_id} and v.location_id = room.id and v.undone_at is null
            and v.visit_on between room.yesterday and room.today
            and v.check_in_at <= ${now}
            and coalesce(v.check_out_at, v.auto_check_out_at) > room.day_began_at
          group by step.quarter
        ) moved) as movements
    from room
    order by room.name`);
  return rows;
}
