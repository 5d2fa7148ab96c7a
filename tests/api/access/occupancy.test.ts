import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { checkIns, locations, occupancyDays } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { getOccupancy as contract } from "@/lib/contracts/access/occupancy";
import { checkIn, checkOut, closeStaleVisits, undoCheckIn } from "@/lib/domain/access/check-ins";
import { getOccupancy } from "@/lib/domain/access/occupancy";
import { updateLocation } from "@/lib/domain/organization/locations";
import type { Caller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { setPolicies } from "@/tests/support/gym/front-desk";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newMembership, newVisit } from "@/tests/support/gym/visits";
import { call } from "@/tests/support/http/api";

const inside = <T>(gym: Gym, work: Parameters<typeof inTenant<T>>[1]) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, work);

const at = (caller: Caller, instant: string): Caller => ({ ...caller, clock: fixedClock(instant) });

const roomAt = async (gym: Gym, instant: string) =>
  (await getOccupancy(at(gym.people.gym_owner.caller, instant), { location_id: gym.location_id })).data[0];

const keeps = (gym: Gym, fields: Partial<typeof locations.$inferInsert>) =>
  inside(gym, (db) => db.update(locations).set(fields).where(eq(locations.id, gym.location_id)));

test("occupancy rises with each check-in and falls with check-out and undo, never below zero", async () => {
  const gym = await newGym();
  const [ada, ben] = [await newMember(gym), await newMember(gym)];
  for (const member_id of [ada, ben]) await newMembership(gym, member_id);
  const desk = (instant: string) => at(gym.people.receptionist.caller, instant);
  const first = await checkIn(desk("2026-03-05T10:00:00Z"), { member_id: ada });
  const second = await checkIn(desk("2026-03-05T10:05:00Z"), { member_id: ben });
  expect((await roomAt(gym, "2026-03-05T10:06:00Z"))?.inside).toBe(2);
  await checkOut(desk("2026-03-05T10:30:00Z"), { id: first.id });
  expect((await roomAt(gym, "2026-03-05T10:31:00Z"))?.inside).toBe(1);
  await undoCheckIn(desk("2026-03-05T10:32:00Z"), { id: second.id, reason: "Wrong person" });
  expect((await roomAt(gym, "2026-03-05T10:33:00Z"))?.inside).toBe(0);
});

test("the gym is busy from 80 % and full from 95 % of its capacity", async () => {
  const gym = await newGym();
  await keeps(gym, { capacity: 20 });
  const levels = [];
  for (let count = 1; count <= 20; count++) {
    await newVisit(gym, await newMember(gym), { check_in_at: "2026-03-05T10:00:00Z" });
    if ([15, 16, 18, 19].includes(count)) levels.push((await roomAt(gym, "2026-03-05T10:10:00Z"))?.level);
  }
  expect(levels).toEqual(["quiet", "busy", "busy", "full"]);
});

test("the organization's own marks decide when it is busy", async () => {
  const gym = await newGym();
  await setPolicies(gym, { busy_percent: 2, full_percent: 50 });
  for (const _ of [1, 2]) await newVisit(gym, await newMember(gym), { check_in_at: "2026-03-05T10:00:00Z" });
  expect(await roomAt(gym, "2026-03-05T10:10:00Z")).toMatchObject({ inside: 2, percent: 2, level: "busy" });
});

test("I12 a member is not counted beyond the longest visit, even if the sweep runs late", async () => {
  const gym = await newGym();
  await newVisit(gym, await newMember(gym), { check_in_at: "2026-03-05T10:00:00Z" });
  expect((await roomAt(gym, "2026-03-05T11:59:59Z"))?.inside).toBe(1);
  expect((await roomAt(gym, "2026-03-05T12:00:00Z"))?.inside).toBe(0);
});

test("I12 all visits end at closing time, on the night of a clock change too", async () => {
  const gym = await newGym();
  const everyNight = [{ opens: "20:00", closes: "03:30" }];
  await keeps(gym, { opening_hours: { sat: everyNight, sun: everyNight } });
  const ada = await newMember(gym);
  await newMembership(gym, ada);
  // Sunday 29 March 2026: at 02:00 the clocks of Berlin jump to 03:00, so 03:30 is 01:30 UTC.
  await checkIn(at(gym.people.receptionist.caller, "2026-03-29T00:30:00Z"), { member_id: ada });
  expect((await roomAt(gym, "2026-03-29T01:29:59Z"))?.inside).toBe(1);
  expect((await roomAt(gym, "2026-03-29T01:30:00Z"))?.inside).toBe(0);
  expect(await closeStaleVisits(gym.organization, fixedClock("2026-03-29T04:00:00Z"))).toBe(1);
  const [visit] = await inside(gym, (db) => db.select().from(checkIns).where(eq(checkIns.member_id, ada)));
  expect([visit?.check_out_at, visit?.check_out_kind]).toEqual(["2026-03-29T01:30:00.000Z", "automatic"]);
});

test("the course of the day has the occupancy at the end of each quarter of an hour", async () => {
  const gym = await newGym();
  const visit = async (check_in_at: string, check_out_at?: string) =>
    newVisit(gym, await newMember(gym), { check_in_at, ...(check_out_at ? { check_out_at } : {}) });
  await visit("2026-03-04T22:50:00Z", "2026-03-04T23:20:00Z");
  await visit("2026-03-05T00:01:00Z", "2026-03-05T00:31:00Z");
  await visit("2026-03-05T00:20:00Z");
  const room = await roomAt(gym, "2026-03-05T00:50:00Z");
  expect(room?.today.map(({ inside: count }) => count)).toEqual([1, 0, 0, 0, 1, 2, 1]);
  expect(room?.today.at(0)?.at).toBe("2026-03-04T23:15:00Z");
  expect(room?.today.at(-1)?.at).toBe("2026-03-05T00:45:00Z");
});

test("B2 the day on which clocks fall back has 100 quarters", async () => {
  const gym = await newGym();
  const room = await roomAt(gym, "2026-10-25T22:59:59Z");
  expect(room?.today).toHaveLength(99);
  expect(room?.today.at(-1)?.at).toBe("2026-10-25T22:45:00Z");
});

test("what is usual is the mean of the same weekday at the same wall time, across a clock change", async () => {
  const gym = await newGym();
  // Thursdays at 18:00 in Berlin: 17:00 UTC until 28 March, 16:00 UTC after.
  const thursdays = ["2026-03-12T16:30:00Z", "2026-03-19T16:30:00Z", "2026-03-26T16:30:00Z", "2026-04-02T15:30:00Z"];
  for (const [index, check_in_at] of thursdays.entries()) {
    for (let count = 0; count <= index; count++) await newVisit(gym, await newMember(gym), { check_in_at });
  }
  const first = await roomAt(gym, "2026-03-19T17:00:00Z");
  expect(first?.typical).toBeNull();
  const later = await roomAt(gym, "2026-04-09T16:00:00Z");
  expect(later?.typical).toBe(3);
});

/** The days that were counted, minute by minute, beside a fresh count of the visits: any row is a difference. */
const differences = (gym: Gym) =>
  inside(gym, async (db) => {
    const { rows } = await db.execute(sql`
      select o.day_on::text, minute, o.inside[minute + 1] as stored, counted.inside
      from occupancy_days o
      join locations l on l.organization_id = o.organization_id and l.id = o.location_id
      cross join generate_series(0, 1439) minute
      cross join lateral (
        select count(*)::int as inside from check_ins v
        where v.organization_id = o.organization_id and v.location_id = o.location_id and v.undone_at is null
          and v.check_in_at <= (o.day_on + make_interval(mins => minute)) at time zone l.time_zone
          and coalesce(v.check_out_at, v.auto_check_out_at) > (o.day_on + make_interval(mins => minute)) at time zone l.time_zone
      ) counted
      where o.inside[minute + 1] <> counted.inside`);
    return rows;
  });

const countedDays = (gym: Gym) =>
  inside(gym, async (db) => {
    const rows = await db.select({ day_on: occupancyDays.day_on }).from(occupancyDays);
    return rows.map(({ day_on }) => day_on).toSorted();
  });

test("B2 past days are counted by the minute of the wall clock, on the days of 23 and 25 hours too", async () => {
  // Sundays in Berlin: the clocks jump ahead on 29 March 2026 and fall back on 25 October.
  const turns = [
    { days: ["2026-03-28", "2026-03-29"], asked: "2026-04-05T10:30:00Z" },
    { days: ["2026-10-24", "2026-10-25"], asked: "2026-11-01T11:30:00Z" },
  ];
  const hours = ["00:00:00.000", "00:30:30.500", "01:00:00.000", "01:59:59.999", "10:00:00.000", "22:59:00.000"];
  for (const { days, asked } of turns) {
    const gym = await newGym();
    const visit = async (check_in_at: string, check_out_at?: string) =>
      newVisit(gym, await newMember(gym), { check_in_at, ...(check_out_at ? { check_out_at } : {}) });
    for (const day of days) {
      for (const hour of hours) await visit(`${day}T${hour}Z`);
      await visit(`${day}T06:00:10Z`, `${day}T06:00:50Z`);
      await visit(`${day}T21:10:00Z`, `${day}T23:40:00Z`);
    }
    await roomAt(gym, asked);
    expect(await countedDays(gym)).toEqual([days[1]]);
    expect(await differences(gym)).toEqual([]);
  }
});

test("a visit that is entered, undone or checked out after its day was counted is counted right", async () => {
  const gym = await newGym();
  await newMembership(gym, gym.member_id);
  const manager = at(gym.people.admin.caller, "2026-03-19T17:00:00Z");
  const visits = [];
  for (const day of ["05", "12"]) {
    visits.push(await newVisit(gym, await newMember(gym), { check_in_at: `2026-03-${day}T16:30:00Z` }));
  }
  expect((await roomAt(gym, "2026-03-19T17:00:00Z"))?.typical).toBe(1);
  const back_dated = { member_id: gym.member_id, check_in_time: "2026-03-12T17:10:00", reason: "The desk was offline" };
  await Promise.all([checkIn(manager, back_dated), roomAt(gym, "2026-03-19T17:00:00Z")]);
  await undoCheckIn(manager, { id: visits[0] ?? "", reason: "Wrong person" });
  await checkOut(manager, { id: visits[1] ?? "" });
  await closeStaleVisits(gym.organization, fixedClock("2026-03-19T17:00:00Z"));
  expect((await roomAt(gym, "2026-03-19T17:00:00Z"))?.typical).toBe(1);
  expect(await countedDays(gym)).toEqual(["2026-03-05", "2026-03-12"]);
  expect(await differences(gym)).toEqual([]);
});

test("what is usual follows the clock of a location that changes its time zone", async () => {
  const gym = await newGym();
  for (const day of ["05", "12"]) {
    await newVisit(gym, await newMember(gym), { check_in_at: `2026-03-${day}T16:30:00Z` });
  }
  expect((await roomAt(gym, "2026-03-19T17:00:00Z"))?.typical).toBe(1);
  await updateLocation(gym.people.gym_owner.caller, { id: gym.location_id, time_zone: "America/New_York" });
  expect((await roomAt(gym, "2026-03-19T17:00:00Z"))?.typical).toBe(1);
  expect(await differences(gym)).toEqual([]);
});

test("only the days that the comparison uses are stored", async () => {
  const gym = await newGym();
  for (const day of ["2026-01-01", "2026-01-08", "2026-03-05"]) {
    await newVisit(gym, await newMember(gym), { check_in_at: `${day}T10:00:00Z` });
  }
  await roomAt(gym, "2026-01-15T10:30:00Z");
  expect(await countedDays(gym)).toEqual(["2026-01-01", "2026-01-08"]);
  await roomAt(gym, "2026-03-12T10:30:00Z");
  expect(await countedDays(gym)).toEqual([
    "2026-01-15",
    "2026-01-22",
    "2026-01-29",
    "2026-02-05",
    "2026-02-12",
    "2026-02-19",
    "2026-02-26",
    "2026-03-05",
  ]);
});

test("two screens that ask at once count a past day once", async () => {
  const gym = await newGym();
  for (const day of ["05", "12"]) {
    await newVisit(gym, await newMember(gym), { check_in_at: `2026-03-${day}T16:30:00Z` });
  }
  const rooms = await Promise.all(Array.from({ length: 4 }, () => roomAt(gym, "2026-03-19T17:00:00Z")));
  expect(rooms.map((room) => room?.typical)).toEqual([1, 1, 1, 1]);
});

test("A3 a bound caller gets their own location only; a foreign location is unknown", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  await newLocation(gym, "Second");
  const bound = { ...gym.people.receptionist.caller, location_ids: [gym.location_id] };
  const rooms = await getOccupancy(bound, {});
  expect(rooms.data.map(({ location_name }) => location_name)).toEqual(["Main"]);
  await expect(getOccupancy(bound, { location_id: other.location_id })).rejects.toMatchObject({ code: "not_found" });
  const all = await call(contract, {}, { token: gym.people.gym_owner.token });
  expect(all.data.map(({ location_name }) => location_name)).toEqual(["Main", "Second"]);
});
