import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { locations } from "@/db/schema";
import { mayAccessLocation } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";

export type Location = typeof locations.$inferSelect;
/** Throws 404 for a location outside the caller's organization or locations. */
export async function getLocationRow({ db, caller, organization_id }: ReadCtx, id: string): Promise<Location> {
  const [row] = await db
    .select()
    .from(locations)
    .where(and(eq(locations.organization_id, organization_id), eq(locations.id, id)));
  if (!row || !mayAccessLocation(caller, row.id)) throw notFound();
  return row;
}

/** The organization's locations that are not archived. */
export const isOpenLocation = (organization_id: string): SQL | undefined =>
  and(eq(locations.organization_id, organization_id), isNull(locations.archived_at));

/** Limits a query to the caller's locations (A3); undefined if the caller has access to all. */
export function withinReach(caller: ReadCtx["caller"], column: Parameters<typeof inArray>[0]) {
  return caller.location_ids === null ? undefined : inArray(column, [...caller.location_ids]);
}

type Links = { table: "membership_plan_locations" | "staff_locations"; key: string; owner: string };

/** The same for rows of `owner` with a table of location links. A row without links applies to all locations. */
export function linkedWithinReach(
  location_ids: readonly string[] | null,
  { table, key, owner }: Links,
): SQL | undefined {
  if (location_ids === null) return undefined;
  const links = sql.raw(
    `select from ${table} l where l.organization_id = ${owner}.organization_id and l.${key} = ${owner}.id`,
  );
  return sql`(not exists (${links})
    or exists (${links} and l.location_id = any(${sql.param([...location_ids])}::uuid[])))`;
}
