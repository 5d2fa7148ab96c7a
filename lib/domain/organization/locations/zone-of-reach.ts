import { and, eq, inArray } from "drizzle-orm";
import { locations } from "@/db/schema";
import type { ReadCtx } from "@/lib/kernel/operation";

/** The time zone of the first location that the caller may see, for days of things that belong to no location. */
export async function zoneOfReach({ db, organization_id, caller }: ReadCtx): Promise<string> {
  const [row] = await db
    .select({ time_zone: locations.time_zone })
    .from(locations)
    .where(
      and(
        eq(locations.organization_id, organization_id),
        caller.location_ids === null ? undefined : inArray(locations.id, [...caller.location_ids]),
      ),
    )
    .orderBy(locations.created_at, locations.id)
    .limit(1);
  return row?.time_zone ?? "UTC";
}
