import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { clientOf, inTenant } from "@/db/tenancy";
import { factsSql } from "@/lib/domain/access/check-ins/facts-sql";
import { changePlan, previewPlanChange } from "@/lib/domain/memberships";
import { updateLocation } from "@/lib/domain/organization/locations";
import { fixedClock } from "@/lib/kernel/clock";
import type { VisitLimit } from "@/lib/values/membership-terms";
import { payAll } from "@/tests/support/gym/bills";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newPlan, newSale } from "@/tests/support/gym/plans";
import { newVisit } from "@/tests/support/gym/visits";
import { door } from "@/tests/support/policies/door";

/** Sunday, 1 March 2026. */
const clock = fixedClock("2026-03-01T09:00:00Z");

async function limitedGym(...visit_limits: VisitLimit[]) {
  const gym = await newGym({ clock, time_zone: "UTC" });
  const { id } = await newSale(gym, { plan_id: (await newPlan(gym, { visit_limits })).id });
  await payAll(gym);
  return { gym, membership_id: id };
}

/** A visit of an hour that has ended, or the reason of the refusal. */
async function visit(gym: Gym, at: string): Promise<string> {
  const answer = await door(gym, gym.member_id, { at });
  if (typeof answer === "string") return answer;
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.execute(sql`update check_ins set check_out_at = check_in_at + interval '1 minute', check_out_kind = 'staff'
      where organization_id = ${gym.organization_id} and check_out_at is null`),
  );
  return "in";
}

async function visits(gym: Gym, ...times: string[]): Promise<string[]> {
  const answers = [];
  for (const at of times) answers.push(await visit(gym, `${at}:00Z`));
  return answers;
}

test("B7 a limit a week is counted from the location's first day of the week", async () => {
  const { gym } = await limitedGym({ count: 2, of: "sessions", per: "week" });
  const days = ["2026-03-01T10:00", "2026-03-02T10:00", "2026-03-03T10:00", "2026-03-08T10:00", "2026-03-09T10:00"];
  expect(await visits(gym, ...days)).toEqual(["in", "in", "in", "quota_used", "in"]);

  const { gym: sundays } = await limitedGym({ count: 2, of: "sessions", per: "week" });
  await updateLocation(sundays.people.gym_owner.caller, { id: sundays.location_id, week_starts_on: 7 });
  expect(await visits(sundays, ...days)).toEqual(["in", "in", "quota_used", "in", "in"]);
});

test("I9 a limit of days lets a member in twice on one day; a limit of visits does not", async () => {
  const times = ["2026-03-03T08:00", "2026-03-03T18:00", "2026-03-04T08:00"];
  const { gym } = await limitedGym({ count: 1, of: "days", per: "week" });
  expect(await visits(gym, ...times)).toEqual(["in", "in", "quota_used"]);
  const { gym: daily } = await limitedGym({ count: 1, of: "sessions", per: "day" });
  expect(await visits(daily, ...times)).toEqual(["in", "quota_used", "in"]);
});

test("I5 limits a month and in the term hold together, and an undone visit counts no more", async () => {
  const { gym, membership_id } = await limitedGym(
    { count: 2, of: "sessions", per: "month" },
    { count: 3, of: "sessions", per: "term" },
  );
  const times = ["2026-03-02T08:00", "2026-03-20T08:00", "2026-03-31T08:00"];
  expect(await visits(gym, ...times)).toEqual(["in", "in", "quota_used"]);
  await payAll(gym);
  expect(await visits(gym, "2026-03-31T23:59")).toEqual(["quota_used"]);
  expect(await visits(gym, "2026-04-01T00:01", "2026-04-02T08:00")).toEqual(["in", "quota_used"]);
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.execute(sql`update check_ins set undone_at = check_in_at where organization_id = ${gym.organization_id}
      and membership_id = ${membership_id} and visit_on = '2026-03-02'`),
  );
  expect(await visits(gym, "2026-04-02T09:00")).toEqual(["in"]);
});

test("B7 the visits of a limit are counted by an index, whatever the history", async () => {
  const { gym, membership_id } = await limitedGym({ count: 300, of: "sessions", per: "week" });
  const { organization_id, location_id, member_id } = gym;
  await newVisit(gym, member_id, {
    membership_id,
    check_in_at: "2026-03-02T08:00:00Z",
    check_out_at: "2026-03-02T09:00:00Z",
  });
  await inTenant({ organization_id, user_id: null }, async (db) => {
    await db.execute(sql`
      insert into check_ins (id, organization_id, location_id, member_id, membership_id, check_in_at, visit_on, local_hour, auto_check_out_at,
        check_out_at, check_out_kind, received_at, method)
      select gen_random_uuid(), ${organization_id}, ${location_id}, ${member_id}, ${membership_id}, at, at::date, 8, at, at, 'staff', at, 'manual'
      from generate_series('2018-01-01 08:00Z'::timestamptz, '2026-02-28', '1 day') at`);
    // A handful of plans fits one page, which is read faster without an index. How many there are depends on the other tests.
    await db.execute(sql`set local enable_seqscan = off`);
    const { rows } = await clientOf(db).query<{ "QUERY PLAN": string }>(`explain (generic_plan) ${factsSql}`);
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toMatch(/using check_ins_by_membership on check_ins v.*\n.*Index Cond: .*visit_on >=/);
    expect(plan).toMatch(/Index Scan using membership_plans_\w+ on membership_plans plan/);
  });
});

test("D4 what was used counts after a change of plan, and the preview says so", async () => {
  const { gym, membership_id: id } = await limitedGym({ count: 1, of: "sessions", per: "week" });
  const twice = await newPlan(gym, { name: "Twice a week", visit_limits: [{ count: 2, of: "sessions", per: "week" }] });
  expect(await visits(gym, "2026-03-02T08:00", "2026-03-02T18:00")).toEqual(["in", "quota_used"]);
  const change = { id, plan_id: twice.id, when: "now" } as const;
  const caller = gym.people.gym_owner.caller;
  expect((await previewPlanChange(caller, change)).notes).toEqual([
    "Visits of this membership so far count towards the limits of Twice a week.",
  ]);
  await changePlan(caller, change);
  expect(await visits(gym, "2026-03-03T08:00", "2026-03-04T08:00")).toEqual(["in", "quota_used"]);
});
