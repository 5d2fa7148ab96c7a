import { and, eq, isNull } from "drizzle-orm";
import { locations } from "@/db/schema";
import { withinReach } from "@/lib/domain/organization/locations";
import type { Ctx } from "@/lib/kernel/operation";
import { type CalendarDay, dayAt } from "@/lib/values/calendar-day";

/** Today at the location; for several locations, the latest of their local days. */
export async function todayOn(ctx: Ctx<unknown>, location_id: string | null): Promise<CalendarDay> {
  const { db, caller, organization_id } = ctx;
  const zones = await db
    .select({ time_zone: locations.time_zone })
    .from(locations)
    .where(
      and(
        eq(locations.organization_id, organization_id),
        withinReach(caller, locations.id),
        location_id ? eq(locations.id, location_id) : isNull(locations.archived_at),
      ),
    );
  const days = zones.map(({ time_zone }) => dayAt(ctx.now.toString(), time_zone));
  return days.sort().at(-1) ?? dayAt(ctx.now.toString(), "UTC");
}
