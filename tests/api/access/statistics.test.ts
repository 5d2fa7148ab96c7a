import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { visitFolds, visitHours } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { checkIn, undoCheckIn } from "@/lib/domain/access/check-ins";
import { getVisitStatistics } from "@/lib/domain/access/visit-statistics";
import { foldVisits } from "@/lib/domain/access/visit-statistics/fold";
import type { Caller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newMembership, newVisit } from "@/tests/support/gym/visits";

const inside = <T>(gym: Gym, work: Parameters<typeof inTenant<T>>[1]) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, work);

const at = (caller: Caller, instant: string): Caller => ({ ...caller, clock: fixedClock(instant) });

const fold = (gym: Gym, instant: string) =>
  inside(gym, (db) => foldVisits({ db, organization_id: gym.organization_id, now: fixedClock(instant).now() }));

const visit = async (gym: Gym, check_in_at: string, fields: Parameters<typeof newVisit>[2] = {}) =>
  newVisit(gym, await newMember(gym), { check_in_at, check_out_at: check_in_at, ...fields });

/** Folded counts beside a fresh count of the visits: any row is a difference. */
const differences = (gym: Gym) =>
  inside(gym, async (db) => {
    const { rows } = await db.execute(sql`
      with counted as (
        select v.location_id, v.visit_on, v.local_hour, v.method, count(*)::int as visits
        from check_ins v
        join visit_folds f on f.organization_id = v.organization_id and f.location_id = v.location_id
          and v.visit_on <= f.folded_to_on
        where v.organization_id = ${gym.organization_id} and v.undone_at is null group by 1, 2, 3, 4),
      stored as (select location_id, visit_on, local_hour, method, visits from visit_hours
        where organization_id = ${gym.organization_id} and visits > 0)
      (select * from counted except select * from stored) union all (select * from stored except select * from counted)`);
    return rows;
  });

test("visits are counted by hour, day, weekday and method, today with the closed days", async () => {
  const gym = await newGym();
  // Wednesday 4 and Thursday 5 March 2026; Berlin is an hour ahead of UTC.
  await visit(gym, "2026-03-04T17:10:00Z", { method: "qr" });
  await visit(gym, "2026-03-04T17:50:00Z", { method: "card" });
  await visit(gym, "2026-03-05T06:00:00Z", { method: "qr" });
  await visit(gym, "2026-03-05T06:30:00Z", { undone_at: "2026-03-05T06:31:00Z" });
  const statistics = await getVisitStatistics(at(gym.people.trainer.caller, "2026-03-05T12:00:00Z"), {
    from_on: "2026-03-04",
    to_on: "2026-03-05",
  });
  expect(statistics).toMatchObject({ visits: 3, visits_per_day: 1.5 });
  expect(statistics.by_hour.filter(({ visits }) => visits > 0)).toEqual([
    { hour: 7, visits: 1 },
    { hour: 18, visits: 2 },
  ]);
  expect(statistics.by_day).toEqual([
    { on: "2026-03-04", visits: 2 },
    { on: "2026-03-05", visits: 1 },
  ]);
  expect(statistics.by_weekday.filter(({ visits }) => visits > 0)).toEqual([
    { weekday: 3, visits: 2, mean: 2 },
    { weekday: 4, visits: 1, mean: 1 },
  ]);
  expect(statistics.by_method.toSorted((a, b) => (a.method < b.method ? -1 : 1))).toEqual([
    { method: "card", visits: 1 },
    { method: "qr", visits: 2 },
  ]);
  expect(statistics.peak_hours[0]).toEqual({ weekday: 3, hour: 18, mean: 2 });
});

test("Q9 a day of 25 hours puts both passes of the doubled hour into one bucket of local time", async () => {
  const gym = await newGym();
  await visit(gym, "2026-10-25T00:30:00Z");
  await visit(gym, "2026-10-25T01:30:00Z");
  const statistics = await getVisitStatistics(at(gym.people.admin.caller, "2026-10-26T12:00:00Z"), {
    from_on: "2026-10-25",
    to_on: "2026-10-25",
  });
  expect(statistics.by_hour.filter(({ visits }) => visits > 0)).toEqual([{ hour: 2, visits: 2 }]);
});

test("B4 a visit belongs to the local day of its own location", async () => {
  const gym = await newGym({ time_zone: "America/Los_Angeles" });
  await visit(gym, "2026-03-05T07:30:00Z", { time_zone: "America/Los_Angeles" });
  const statistics = await getVisitStatistics(at(gym.people.admin.caller, "2026-03-06T12:00:00Z"), {
    from_on: "2026-03-04",
    to_on: "2026-03-04",
  });
  expect([statistics.visits, statistics.by_hour[23]]).toEqual([1, { hour: 23, visits: 1 }]);
});

test("the last day is compared with the mean of the same weekday", async () => {
  const gym = await newGym();
  await visit(gym, "2026-02-19T17:00:00Z");
  for (const _ of [1, 2, 3]) await visit(gym, "2026-02-26T17:00:00Z");
  await visit(gym, "2026-03-05T17:00:00Z");
  const { last_day } = await getVisitStatistics(at(gym.people.admin.caller, "2026-03-05T20:00:00Z"), {});
  expect(last_day).toMatchObject({ on: "2026-03-05", visits: 1, typical: 2, weeks_compared: 2 });
  expect(last_day.by_hour[18]).toEqual({ hour: 18, visits: 1, typical: 2 });
});

test("closed days are folded once, the running day never, and the sums equal the visits", async () => {
  const gym = await newGym();
  for (const hour of ["06", "06", "17"]) await visit(gym, `2026-03-03T${hour}:10:00Z`);
  await visit(gym, "2026-03-05T06:00:00Z");
  for (const _ of [1, 2]) await fold(gym, "2026-03-05T12:00:00Z");
  const rows = await inside(gym, (db) =>
    db.select().from(visitHours).where(eq(visitHours.organization_id, gym.organization_id)),
  );
  expect(rows.map(({ visit_on, local_hour, visits }) => [visit_on, local_hour, visits]).toSorted()).toEqual([
    ["2026-03-03", 18, 1],
    ["2026-03-03", 7, 2],
  ]);
  expect(await differences(gym)).toEqual([]);
});

test("two processes that fold at once count each visit once", async () => {
  const gym = await newGym();
  for (let day = 1; day <= 4; day++) await visit(gym, `2026-03-0${day}T10:00:00Z`);
  await Promise.all(Array.from({ length: 6 }, () => fold(gym, "2026-03-06T12:00:00Z")));
  expect(await differences(gym)).toEqual([]);
  const [mark] = await inside(gym, (db) => db.select().from(visitFolds));
  expect(mark?.folded_to_on).toBe("2026-03-05");
});

test("a visit entered or undone after its day was folded corrects the count, also while folding runs", async () => {
  const gym = await newGym();
  await newMembership(gym, gym.member_id);
  const manager = at(gym.people.admin.caller, "2026-03-06T12:00:00Z");
  const counted = await visit(gym, "2026-03-03T10:00:00Z");
  await fold(gym, "2026-03-05T12:00:00Z");
  await Promise.all([
    fold(gym, "2026-03-06T12:00:00Z"),
    ...["03", "04", "05"].map((day) =>
      checkIn(manager, { member_id: gym.member_id, check_in_time: `2026-03-${day}T09:00:00` }),
    ),
    fold(gym, "2026-03-06T12:00:00Z"),
    undoCheckIn(manager, { id: counted, reason: "Not here" }),
  ]);
  expect(await differences(gym)).toEqual([]);
  const statistics = await getVisitStatistics(manager, { from_on: "2026-03-01", to_on: "2026-03-05" });
  expect(statistics.by_day.map(({ visits }) => visits)).toEqual([0, 0, 1, 1, 1]);
});

test("A3 statistics count the caller's locations only", async () => {
  const gym = await newGym();
  const second = await newLocation(gym, "Second");
  await visit(gym, "2026-03-03T10:00:00Z");
  await visit(gym, "2026-03-03T10:00:00Z", { location_id: second });
  const range = { from_on: "2026-03-03", to_on: "2026-03-03" };
  const bound = { ...at(gym.people.admin.caller, "2026-03-05T12:00:00Z"), location_ids: [second] };
  expect((await getVisitStatistics(bound, range)).visits).toBe(1);
  await expect(getVisitStatistics(bound, { ...range, location_id: gym.location_id })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a range that ends before it begins, or is too long, gives an error at the field", async () => {
  const gym = await newGym();
  const caller = gym.people.admin.caller;
  await expect(getVisitStatistics(caller, { from_on: "2026-03-05", to_on: "2026-03-04" })).rejects.toMatchObject({
    extras: { errors: [{ field: "to_on" }] },
  });
  await expect(getVisitStatistics(caller, { from_on: "2024-03-05", to_on: "2026-03-04" })).rejects.toMatchObject({
    extras: { errors: [{ field: "from_on" }] },
  });
});
