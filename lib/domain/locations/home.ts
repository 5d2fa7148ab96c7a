import { and, asc, eq, isNull } from "drizzle-orm";
import { locations } from "@/db/schema";
import { Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { getLocationRow, type Location, withinReach } from "./find";

/** The named location, else the oldest that the caller reaches: where a new member belongs when nobody said it. */
export async function homeLocation(
  ctx: Pick<Ctx<unknown>, "db" | "caller" | "organization_id">,
  id?: string,
): Promise<Location> {
  if (id) return getLocationRow(ctx, id);
  const [row] = await ctx.db
    .select()
    .from(locations)
    .where(
      and(
        eq(locations.organization_id, ctx.organization_id),
        withinReach(ctx.caller, locations.id),
        isNull(locations.archived_at),
      ),
    )
    .orderBy(asc(locations.created_at), asc(locations.id))
    .limit(1);
  if (!row) throw new Problem("location_required", "There is no open location yet. Add one first.");
  return row;
}
