import { locations } from "@/db/schema";
import * as contracts from "@/lib/contracts/organization/locations";
import { isDuplicate, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";

export const createLocation = operation(contracts.createLocation, async (ctx, input) => {
  const [row] = await ctx.db
    .insert(locations)
    .values({ ...input, organization_id: ctx.organization_id })
    .returning()
    .catch(rejectDuplicateName);
  if (!row) throw new Error("The insert must return the location");
  ctx.audit({ target_type: "location", target_id: row.id, after: input });
  return row;
});

export function rejectDuplicateName(error: unknown): never {
  if (isDuplicate(error, "locations_name_unique")) {
    throw new Problem("already_exists", "Another location has this name. Choose a different one.");
  }
  throw error;
}
