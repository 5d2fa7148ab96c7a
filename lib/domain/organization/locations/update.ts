import { and, eq, sql } from "drizzle-orm";
import { locations } from "@/db/schema";
import * as contracts from "@/lib/contracts/organization/locations";
import { forgetInside } from "@/lib/domain/organization/closed-days";
import { changes } from "@/lib/kernel/audit";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { rejectDuplicateName } from "./create";
import { getLocationRow } from "./find";

export const updateLocation = operation(contracts.updateLocation, async (ctx, { id, ...changed }) => {
  const before = await getLocationRow(ctx, id);
  ctx.expectVersion(before.version);
  const [after] = await ctx.db
    .update(locations)
    .set({ ...changed, version: sql`${locations.version} + 1`, updated_at: ctx.now.toString() })
    .where(
      and(
        eq(locations.organization_id, ctx.organization_id),
        eq(locations.id, id),
        eq(locations.version, before.version),
      ),
    )
    .returning()
    .catch(rejectDuplicateName);
  if (!after) throw notFound();
  if (after.time_zone !== before.time_zone) await forgetInside(ctx.db, { ...ctx, location_id: id });
  ctx.audit({ target_type: "location", target_id: id, ...changes(before, after) });
  return after;
});
