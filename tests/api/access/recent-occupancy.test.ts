import { eq } from "drizzle-orm";
import { expect, onTestFinished, test, vi } from "vitest";
import { locations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { checkIn, checkOut, undoCheckIn } from "@/lib/domain/access/check-ins";
import { getOccupancy } from "@/lib/domain/access/occupancy";
import type { Caller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newMembership, newVisit } from "@/tests/support/gym/visits";

const began_at = "2026-03-05T10:00:00Z";
const now = fixedClock("2026-03-05T10:20:00Z");
const at = (caller: Caller): Caller => ({ ...caller, clock: now });

/** Two hundred members came at 11:00 in Berlin; it is 11:20. */
async function largeGym(capacity: number | null = null) {
  const elapsed = vi.spyOn(performance, "now").mockReturnValue(0);
  onTestFinished(() => elapsed.mockRestore());
  const gym = await newGym();
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.update(locations).set({ capacity }).where(eq(locations.id, gym.location_id)),
  );
  await Promise.all(Array.from({ length: 200 }, () => enterElsewhere(gym)));
  const desk = at(gym.people.admin.caller);
  return { gym, desk, pass: (ms: number) => elapsed.mockReturnValue(ms), room: () => roomOf(gym) };
}

/** As another process writes it: this one is not notified. */
const enterElsewhere = async (gym: Gym) => newVisit(gym, await newMember(gym), { check_in_at: began_at });

async function roomOf(gym: Gym) {
  const [room] = (await getOccupancy(at(gym.people.gym_owner.caller), {})).data;
  return { inside: room?.inside, at_quarter_past: room?.today.at(-1)?.inside };
}

test("a large location is read once a second, and what this process writes counts at once", async () => {
  const { gym, desk, pass, room } = await largeGym();
  expect(await room()).toEqual({ inside: 200, at_quarter_past: 200 });
  await enterElsewhere(gym);
  expect(await room()).toEqual({ inside: 200, at_quarter_past: 200 });
  await newMembership(gym, gym.member_id);
  const { id } = await checkIn(desk, { member_id: gym.member_id });
  expect(await room()).toEqual({ inside: 201, at_quarter_past: 200 });
  await checkOut(desk, { id });
  expect(await room()).toEqual({ inside: 200, at_quarter_past: 200 });
  pass(1_000);
  expect(await room()).toEqual({ inside: 201, at_quarter_past: 201 });
});

test("an undone visit counts nowhere from its undo on", async () => {
  const { gym, desk, room } = await largeGym();
  const id = await enterElsewhere(gym);
  expect(await room()).toEqual({ inside: 201, at_quarter_past: 201 });
  await undoCheckIn(desk, { id, reason: "Wrong person" });
  expect(await room()).toEqual({ inside: 200, at_quarter_past: 200 });
});

test("a visit of the past is in the course of the day from its entry on", async () => {
  const { gym, desk, room } = await largeGym();
  expect(await room()).toEqual({ inside: 200, at_quarter_past: 200 });
  await newMembership(gym, gym.member_id);
  await checkIn(desk, { member_id: gym.member_id, check_in_time: "2026-03-05T11:05:00", reason: "Offline" });
  expect((await getOccupancy(desk, {})).data[0]?.inside).toBe(200);
  expect((await room()).at_quarter_past).toBe(201);
});

test("the count of a scan serves the occupancy, and the count of the occupancy a scan", async () => {
  const { gym, desk, room } = await largeGym();
  await newMembership(gym, gym.member_id);
  expect((await checkIn(desk, { member_id: gym.member_id })).occupancy.inside).toBe(201);
  await enterElsewhere(gym);
  expect(await room()).toEqual({ inside: 201, at_quarter_past: 201 });
  const ada = await newMember(gym);
  await newMembership(gym, ada);
  expect((await checkIn(desk, { member_id: ada })).occupancy.inside).toBe(202);
});

test("scans of one member that collide count once", async () => {
  const { gym, desk, room } = await largeGym();
  await room();
  await newMembership(gym, gym.member_id);
  await Promise.all(Array.from({ length: 5 }, () => checkIn(desk, { member_id: gym.member_id })));
  expect((await room()).inside).toBe(201);
});

test("a location that is nearly full is counted each time", async () => {
  const { gym, room } = await largeGym(250);
  expect((await room()).inside).toBe(200);
  await enterElsewhere(gym);
  expect(await room()).toEqual({ inside: 201, at_quarter_past: 201 });
});
