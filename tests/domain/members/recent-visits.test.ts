import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/tenancy";
import { checkIn, undoCheckIn } from "@/lib/domain/access/check-ins";
import { listMembers } from "@/lib/domain/members";
import { fixedClock } from "@/lib/kernel/clock";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newMembership, newVisit } from "@/tests/support/gym/visits";

const inside = <T>(gym: Gym, work: Parameters<typeof inTenant<T>>[1]) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, work);

const ownerAt = (gym: Gym, instant: string) => ({ ...gym.people.gym_owner.caller, clock: fixedClock(instant) });

async function weeksOf(gym: Gym, member_id: string, instant: string): Promise<number[] | undefined> {
  const { data } = await listMembers(ownerAt(gym, instant), {});
  return data.find(({ id }) => id === member_id)?.weekly_visits;
}

/** The days that the list needs: those of the last eight weeks before the last visit, by the visits and by the rollup. */
const recentDays = (gym: Gym) =>
  inside(gym, async (db) => {
    const { rows } = await db.execute<{ counted: string; kept: string }>(sql`
      select coalesce((select json_agg(v.visit_on order by v.visit_on) from check_ins v
          where v.organization_id = a.organization_id and v.member_id = a.member_id and v.undone_at is null
            and v.visit_on > newest.day - 57), '[]')::text as counted,
        coalesce((select json_agg(day order by day) from unnest(a.recent_visits) day where day > newest.day - 57), '[]')::text as kept
      from member_activity a
      cross join lateral (select max(v.visit_on) as day from check_ins v
        where v.organization_id = a.organization_id and v.member_id = a.member_id and v.undone_at is null) newest
      where a.organization_id = ${gym.organization_id} order by a.member_id`);
    return rows;
  });

async function expectReconciled(gym: Gym) {
  for (const { counted, kept } of await recentDays(gym)) expect(kept).toBe(counted);
}

test("the bars of the list count the visits of the last eight weeks, the last week ending today", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  // 56 days before 8 March is 11 January: no longer counted.
  for (const day of ["2026-01-11", "2026-01-12", "2026-03-01", "2026-03-02", "2026-03-08", "2026-03-08"])
    await newVisit(gym, id, { check_in_at: `${day}T10:00:00Z`, check_out_at: `${day}T11:00:00Z` });
  expect(await weeksOf(gym, id, "2026-03-08T12:00:00Z")).toEqual([1, 0, 0, 0, 0, 0, 1, 3]);
  expect(await weeksOf(gym, id, "2026-04-26T12:00:00Z")).toEqual([3, 0, 0, 0, 0, 0, 0, 0]);
  expect(await weeksOf(gym, id, "2026-06-01T12:00:00Z")).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

test("the days of recent visits agree with the visits after a check-in, one in the past, an undo and a deletion", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  await newMembership(gym, id);
  const enter = (check_in_time: string, now: string) =>
    checkIn(ownerAt(gym, now), { member_id: id, location_id: gym.location_id, check_in_time, method: "manual" });
  const now = "2026-03-08T12:00:00Z";
  await newVisit(gym, id, { check_in_at: "2025-12-01T10:00:00Z", check_out_at: "2025-12-01T11:00:00Z" });
  await newVisit(gym, id, { check_in_at: "2026-02-20T10:00:00Z", check_out_at: "2026-02-20T11:00:00Z" });
  await expectReconciled(gym);
  const last = await enter("2026-03-08T12:00:00", now);
  await expectReconciled(gym);
  await enter("2026-03-05T10:00:00", now);
  await expectReconciled(gym);
  expect(await weeksOf(gym, id, now)).toEqual([0, 0, 0, 0, 0, 1, 0, 2]);

  // Without its newest visit, older days are within eight weeks of the last one again.
  await undoCheckIn(ownerAt(gym, now), { id: last.id, reason: "Wrong member" });
  await expectReconciled(gym);
  await inside(gym, (db) =>
    db.execute(sql`delete from check_ins where organization_id = ${gym.organization_id} and visit_on > '2025-12-31'`),
  );
  await expectReconciled(gym);
  expect(await recentDays(gym)).toContainEqual({ counted: '["2025-12-01"]', kept: '["2025-12-01"]' });
});

test("many visits that are written at once are all among the recent ones", async () => {
  const gym = await newGym();
  const ids = [await newMember(gym), await newMember(gym)];
  await inside(gym, (db) =>
    db.execute(sql`
      insert into check_ins (id, organization_id, location_id, member_id, check_in_at, visit_on, local_hour, auto_check_out_at,
        check_out_at, check_out_kind, received_at, method)
      select gen_random_uuid(), ${gym.organization_id}, ${gym.location_id}, m.id, day, day::date, 10, day, day, 'member', day, 'qr'
      from unnest(${sql.param(ids)}::uuid[]) as m (id)
      cross join generate_series('2026-01-01T10:00:00Z'::timestamptz, '2026-03-31T10:00:00Z', '3 days') day`),
  );
  await expectReconciled(gym);
  expect(await weeksOf(gym, ids[0] ?? "", "2026-03-31T12:00:00Z")).toEqual([2, 2, 3, 2, 2, 3, 2, 2]);
});
