import { and, count, eq, isNull, sql } from "drizzle-orm";
import { locations, members } from "@/db/schema";
import * as contracts from "@/lib/contracts/organization/locations";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { counted } from "@/lib/values/counted";
import { getLocationRow, isOpenLocation } from "./find";

export const archiveLocation = operation(contracts.archiveLocation, async (ctx, { id }) => {
  const before = await getLocationRow(ctx, id);
  if (before.archived_at) {
    ctx.audit({ target_type: "location", target_id: id });
    return before;
  }
  const [home] = await ctx.db
    .select({ members: count() })
    .from(members)
    .where(
      and(
        eq(members.organization_id, ctx.organization_id),
        eq(members.home_location_id, id),
        isNull(members.archived_at),
      ),
    );
  if (home && home.members > 0) {
    throw new Problem(
      "in_use",
      `${counted(home.members, "member has", "members have")} this home location. Move them to another one first.`,
    );
  }
  if (!(await hasAnother(ctx, id))) {
    throw new Problem("in_use", "This is the last open location. Open another one before you archive it.");
  }
  const [after] = await ctx.db
    .update(locations)
    .set({ archived_at: ctx.now.toString(), version: sql`${locations.version} + 1`, updated_at: ctx.now.toString() })
    .where(and(eq(locations.organization_id, ctx.organization_id), eq(locations.id, id)))
    .returning();
  ctx.audit({ target_type: "location", target_id: id, after: { archived_at: ctx.now.toString() } });
  return after ?? before;
});

/** Locks the open locations, so that two concurrent archivals cannot archive both. */
async function hasAnother({ db, organization_id }: Ctx, id: string): Promise<boolean> {
  const open = await db
    .select({ id: locations.id })
    .from(locations)
    .where(isOpenLocation(organization_id))
    .orderBy(locations.id)
    .for("update");
  return open.some((location) => location.id !== id);
}
