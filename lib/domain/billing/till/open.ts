import { newId } from "@/db/id";
import { tillSessions } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/till";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { userIdOf } from "@/lib/kernel/caller";
import { isDuplicate, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { getSessionRow } from "./find";

/** At most one till of a location is open: of two openings one is refused. */
export const openTill = operation(contracts.openTill, async (ctx, { location_id, float_minor }) => {
  const { currency } = await getLocationRow(ctx, location_id);
  const id = newId();
  await ctx.db
    .insert(tillSessions)
    .values({
      ...{ id, organization_id: ctx.organization_id, location_id, currency, float_minor },
      ...{ opened_at: ctx.now.toString(), opened_by: userIdOf(ctx.caller) },
    })
    .catch((error) => {
      if (!isDuplicate(error, "till_sessions_open_unique")) throw error;
      throw new Problem("conflict", "The till of this location is already open. Close it before you open it again.");
    });
  ctx.audit({ target_type: "till_session", target_id: id, after: { float_minor, currency } });
  return getSessionRow(ctx, id);
});
