import { and, asc, eq } from "drizzle-orm";
import { locations } from "@/db/schema";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { isOpenLocation, type Location, withinReach } from "./find";

type Scope = Pick<Ctx<unknown>, "db" | "caller" | "organization_id">;

/** The location that was named, else the oldest open one: most gyms have one, and the others began with it. */
export async function homeLocation(
  scope: Scope,
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
  if (id !== undefined) throw invalid(field, "is not an open location that you reach");
  throw new Problem("location_required", "Open a location first; every member has one as home.");
}
