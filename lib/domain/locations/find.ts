import { and, eq, inArray } from "drizzle-orm";
import { locations } from "@/db/schema";
import { reachesLocation } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";

export type Location = typeof locations.$inferSelect;
type Scope = Pick<Ctx<unknown>, "db" | "caller" | "organization_id">;

/** Throws 404 for a location of another organization or outside the caller's reach. */
export async function getLocationRow({ db, caller, organization_id }: Scope, id: string): Promise<Location> {
  const [row] = await db
    .select()
    .from(locations)
    .where(and(eq(locations.organization_id, organization_id), eq(locations.id, id)));
  if (!row || !reachesLocation(caller, row.id)) throw notFound();
  return row;
}

/** Limits a query on a location column to what the caller reaches (A3); undefined where they reach all. */
export function withinReach(caller: Scope["caller"], column: Parameters<typeof inArray>[0]) {
  return caller.location_ids === null ? undefined : inArray(column, [...caller.location_ids]);
}
