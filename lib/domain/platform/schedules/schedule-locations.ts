import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { locations, organizations } from "@/db/schema";
import { isOpenLocation, withinReach } from "@/lib/domain/organization/locations";
import type { ReadCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { type ScheduleName, scheduleNames } from "@/lib/values/notifications";

/** The open locations of an active organization, with the last day of each schedule. */
export async function listScheduleLocations({ db, caller, organization_id }: ReadCtx) {
  return db
    .select({
      id: locations.id,
      name: locations.name,
      time_zone: locations.time_zone,
      created_at: locations.created_at,
      last_on: sql<Partial<Record<ScheduleName, CalendarDay>>>`coalesce((
        select json_object_agg(n.schedule, latest.run_on) from unnest(${sql.param(scheduleNames)}::text[]) n (schedule)
        cross join lateral (
          select r.run_on from schedule_runs r
          where r.organization_id = ${organization_id} and r.location_id = ${locations.id} and r.schedule = n.schedule
            and r.repetition = 0
          order by r.run_on desc limit 1
        ) latest), '{}')`,
    })
    .from(locations)
    .innerJoin(organizations, eq(organizations.id, locations.organization_id))
    .where(and(isOpenLocation(organization_id), isNull(organizations.suspended_at), withinReach(caller, locations.id)))
    .orderBy(asc(locations.name), asc(locations.id));
}
