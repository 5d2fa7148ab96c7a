import { and, asc, eq } from "drizzle-orm";
import { locations } from "@/db/schema";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";
import { isOpenLocation, type Location, withinReach } from "./find";

/** The given location, otherwise the oldest open one. */
export async function homeLocation(
  scope: ReadCtx,
  id: string | undefined,
  field = "home_location_id",
): Promise<Location> {
  const { db, caller, organization_id } = scope;
  const [location] = await db
    .select()
    .from(locations)
    .where(
      and(
        isOpenLocation(organization_id),
        withinReach(caller, locations.id),
        id === undefined ? undefined : eq(locations.id, id),
      ),
    )
    .orderBy(asc(locations.created_at), asc(locations.id))
    .limit(1);
  if (location) return location;
  if (id !== undefined) throw invalid(field, "is not an open location that you have access to");
  throw new Problem("location_required", "Create a location first. Every member needs a home location.");
}
