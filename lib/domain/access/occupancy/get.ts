import * as contracts from "@/lib/contracts/access/occupancy";
import { countInside } from "@/lib/domain/organization/closed-days";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { occupancyOf } from "@/lib/values/occupancy";
import { policiesOf } from "@/lib/values/policies";
import { overTheDay } from "./over-the-day";
import { type Room, readRooms } from "./rooms";

export const getOccupancy = operation(contracts.getOccupancy, async (ctx, { location_id }) => {
  const rooms = await readCountedRooms(ctx, location_id);
  if (location_id && rooms.length === 0) throw notFound();
  const at = ctx.now.toString();
  return {
    data: rooms.map(({ movements, day_began_at, uncounted: _, kept_from: __, ...room }) => ({
      ...occupancyOf(room, policiesOf(ctx.organization)),
      at,
      location_name: room.location_name,
      time_zone: room.time_zone,
      typical: room.typical,
      today: overTheDay(movements, day_began_at, at),
    })),
  };
});

/** Past days that nobody has asked about yet are counted first: as a rule one a day, the one of last week. */
async function readCountedRooms(ctx: Ctx<unknown>, location_id: string | undefined): Promise<Room[]> {
  const rooms = await readRooms(ctx, location_id);
  const uncounted = rooms.filter((room) => room.uncounted.length > 0);
  if (uncounted.length === 0) return rooms;
  const { db, organization_id } = ctx;
  for (const { location_id, uncounted: days, kept_from } of uncounted.toSorted(byId)) {
    await countInside(db, { organization_id, location_id }, { days, kept_from });
  }
  return readRooms(ctx, location_id);
}

/** One order for all, so that no two wait for each other. */
const byId = (a: Room, b: Room) => (a.location_id < b.location_id ? -1 : 1);
