import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries, locations, outboxEvents } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { updateLocation } from "@/lib/contracts/organization/locations";
import { visitOpened } from "@/lib/domain/access/events";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { operation } from "@/lib/kernel/operation";
import { type Gym, newGym } from "@/tests/support/gym/gym";

type Faults = { audit?: Record<string, unknown> | null; payload?: Record<string, unknown> };

/** Renames the location, and then records what the test gives. */
const rename = ({ audit, payload }: Faults) =>
  operation(updateLocation, async (ctx, { id }) => {
    const row = await getLocationRow(ctx, id);
    await ctx.db
      .update(locations)
      .set({ name: "Renamed" })
      .where(and(eq(locations.organization_id, ctx.organization_id), eq(locations.id, id)));
    if (audit !== null) ctx.audit({ target_type: "location", target_id: id, after: audit ?? { name: "Renamed" } });
    if (payload) ctx.emit(visitOpened, payload as never);
    return { ...row, name: "Renamed" } as never;
  });

async function stateOf({ organization_id, location_id }: Gym) {
  return inTenant({ organization_id, user_id: null }, async (db) => {
    const [location] = await db
      .select({ name: locations.name })
      .from(locations)
      .where(and(eq(locations.organization_id, organization_id), eq(locations.id, location_id)));
    const events = await db.select({ payload: outboxEvents.payload }).from(outboxEvents);
    const entries = await db.select({ id: auditEntries.id }).from(auditEntries);
    return { name: location?.name, events: events.length, entries: entries.length };
  });
}

const circular: Record<string, unknown> = {};
circular.self = circular;

test.each<[string, Faults]>([
  ["without an audit entry", { audit: null }],
  ["with an audit entry that is no JSON", { audit: circular }],
  ["with an event that is no JSON", { payload: circular }],
  ["with an audit entry that the database refuses", { audit: { text: "\u0000" } }],
])("a write %s fails and changes nothing", async (_, faults) => {
  const gym = await newGym();
  const before = await stateOf(gym);
  const write = rename(faults)(gym.people.gym_owner.caller, { id: gym.location_id, name: "Renamed" });
  await expect(write).rejects.toThrow();
  expect(await stateOf(gym)).toEqual(before);
});
