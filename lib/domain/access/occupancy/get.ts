import * as contracts from "@/lib/contracts/access/occupancy";
import { countInside } from "@/lib/domain/organization/closed-days";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { occupancyOf } from "@/lib/values/occupancy";
import { policiesOf } from "@/lib/values/policies";
import { type LocationLoad, readLocationLoads } from "./location-loads";
import { occupancyByQuarter } from "./occupancy-by-quarter";

export const getOccupancy = operation(contracts.getOccupancy, async (ctx, { location_id }) => {
  const loads = await readCountedLoads(ctx, location_id);
  if (location_id && loads.length === 0) throw notFound();
  const at = ctx.now.toString();
  return {
    data: loads.map(({ movements, day_began_at, uncounted: _, retained_from: __, ...load }) => ({
      ...occupancyOf(load, policiesOf(ctx.organization)),
      at,
      location_name: load.location_name,
      time_zone: load.time_zone,
      typical: load.typical,
      today: occupancyByQuarter(movements, day_began_at, at),
    })),
  };
});

/** Counts the past days that `typical` needs and that are not counted yet: normally one a day, the same weekday of last week. */
async function readCountedLoads(ctx: Ctx<unknown>, location_id: string | undefined): Promise<LocationLoad[]> {
  const loads = await readLocationLoads(ctx, location_id);
  const uncounted = loads.filter((load) => load.uncounted.length > 0);
  if (uncounted.length === 0) return loads;
  const { db, organization_id } = ctx;
  for (const { location_id, uncounted: days, retained_from } of uncounted.toSorted(byId)) {
    await countInside(db, { organization_id, location_id }, { days, retained_from });
  }
  return readLocationLoads(ctx, location_id);
}

/** Locks are taken in the same order everywhere, so that no deadlock occurs. */
const byId = (a: LocationLoad, b: LocationLoad) => (a.location_id < b.location_id ? -1 : 1);
