import { and, asc, eq, isNull } from "drizzle-orm";
import { locations } from "@/db/schema";
import * as contracts from "@/lib/contracts/organization/locations";
import { operation } from "@/lib/kernel/operation";
import { withinReach } from "./find";

export const listLocations = operation(contracts.listLocations, async ({ db, caller, organization_id }, input) => {
  const data = await db
    .select()
    .from(locations)
    .where(
      and(
        eq(locations.organization_id, organization_id),
        withinReach(caller, locations.id),
        input.include_archived ? undefined : isNull(locations.archived_at),
      ),
    )
    .orderBy(asc(locations.name));
  return { data };
});
