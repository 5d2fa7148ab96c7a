import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { checkIns } from "@/db/schema";
import { checkIn, undoCheckIn } from "@/lib/domain/access/check-ins";
import { freezeMembership, getMembership, getTimeline } from "@/lib/domain/memberships";
import { advanceClosure, createClosure } from "@/lib/domain/memberships/closures";
import { fixedClock } from "@/lib/kernel/clock";
import { defaultFreezePolicy } from "@/lib/values/membership-terms";
import { payAll, renewAt } from "@/tests/support/gym/bills";
import { inside } from "@/tests/support/gym/front-desk";
import type { Gym } from "@/tests/support/gym/gym";
import { newLocation } from "@/tests/support/gym/gym";
import { desk, gymAt, outcomeOf, owner } from "@/tests/support/gym/london";
import { newPlan, newSale } from "@/tests/support/gym/plans";
import { clockwork } from "@/tests/support/jobs/schedules";
import { door } from "@/tests/support/policies/door";

const policy = { ...defaultFreezePolicy, ends_on_return: true };

/** Paid to 9 February, frozen from 3 February to 31 March, in the numbers of rule E2. */
async function frozenGym(fields: Parameters<typeof newPlan>[1] = {}, freeze: object = {}) {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { name: "Gold", freeze_policy: policy, ...fields });
  const { id } = await newSale(gym, { plan_id: plan.id });
  await payAll(gym);
  clock.set("2026-02-01T12:00:00Z");
  await freezeMembership(owner(gym), { id, from_on: "2026-02-03", to_on: "2026-03-31", ...freeze });
  clock.set("2026-03-01T12:00:00Z");
  return { gym, id, clock };
}

const enter = (gym: Gym) => checkIn(desk(gym), { member_id: gym.member_id });
const days = async (gym: Gym, id: string) => {
  const { next_bill_on, freeze, status } = await getMembership(owner(gym), { id });
  return [status, next_bill_on, freeze?.to_on ?? null];
};
const said = async (gym: Gym, id: string) =>
  (await getTimeline(owner(gym), { id })).data
    .filter(({ kind }) => kind.startsWith("freeze"))
    .map(({ sentence }) => sentence);

describe("a plan whose freeze ends at the door", () => {
  test("E4 a check-in ends the freeze, the bill moves as with an early return, and the desk is told", async () => {
    const { gym, id } = await frozenGym();
    const answer = await enter(gym);
    expect(answer.decision.warnings[0]).toEqual({
      ...{ code: "freeze_ended", tone: "warn", title: "Freeze ends today" },
      tell_staff: "Gold was frozen through 31 Mar. This visit ends the freeze. The next bill is on 8 Mar.",
      tell_member: "Your freeze ends with this visit.",
    });
    expect(answer.ended_freeze).toEqual({ from_on: "2026-02-03", to_on: "2026-03-31" });
    expect(await days(gym, id)).toEqual(["active", "2026-03-08", null]);
    expect(await said(gym, id)).toEqual([
      "The freeze from 3 February 2026 now ends on 28 February 2026; before, it ended on 31 March 2026. The next bill moved from 8 April 2026 to 8 March 2026.",
    ]);
  });

  test("E4 check-ins at once end it once", async () => {
    const { gym, id } = await frozenGym();
    const answers = await Promise.all([enter(gym), enter(gym), enter(gym)]);
    expect(new Set(answers.map((one) => one.id)).size).toBe(1);
    expect(await said(gym, id)).toHaveLength(1);
    expect(await days(gym, id)).toEqual(["active", "2026-03-08", null]);
  });

  test("E4 a freeze that began today does not take place, and its fee is given back", async () => {
    const fee = { mode: "one_off" as const, amount_minor: 500 };
    const { gym, id, clock } = await frozenGym({ freeze_policy: { ...policy, fee } });
    clock.set("2026-02-03T12:00:00Z");
    await renewAt(gym, "2026-02-03T03:00:00Z");
    await enter(gym);
    expect(await days(gym, id)).toEqual(["active", "2026-02-10", null]);
    expect((await getTimeline(owner(gym), { id })).data.map(({ kind }) => kind)).toContain("credit_note");
  });

  test("E4 the return bills what is due today and names the amount", async () => {
    const { gym } = await frozenGym({}, { from_on: "2026-02-10" });
    const answer = await enter(gym);
    expect(answer.decision.warnings[0]?.tell_staff).toBe(
      "Gold was frozen through 31 Mar. This visit ends the freeze. The next bill is on 1 Apr. €59.00 was billed today.",
    );
  });

  test("E4 whatever else refuses the entry leaves the freeze alone, and so does a visit entered afterwards", async () => {
    const { gym, id } = await frozenGym({ access_hours: { mon: [{ opens: "17:00", closes: "22:00" }] } });
    expect(await door(gym, gym.member_id, { at: "2026-03-01T12:00:00Z" })).toBe("outside_hours");
    const past = { check_in_time: "2026-03-01T10:00:00", reason: "Scanner was broken" };
    expect(await door(gym, gym.member_id, { at: "2026-03-01T12:00:00Z", ...past })).toBe("frozen");
    expect(await days(gym, id)).toEqual(["frozen", "2026-04-08", "2026-03-31"]);
  });

  test("E4 another membership that admits is used first", async () => {
    const { gym, id } = await frozenGym();
    await newSale(gym, { plan_id: (await newPlan(gym, { name: "Evenings" })).id });
    const answer = await enter(gym);
    expect([answer.plan_name, answer.ended_freeze]).toEqual(["Evenings", null]);
    expect((await days(gym, id))[0]).toBe("frozen");
  });

  test("E4 staff of another location end it too", async () => {
    const { gym, id } = await frozenGym();
    const location_id = await newLocation(gym, "Riverside", "Europe/London");
    const caller = { ...desk(gym), location_ids: [location_id] };
    await checkIn(caller, { member_id: gym.member_id, location_id });
    expect((await days(gym, id))[0]).toBe("active");
  });

  test("E4 an override ends it too, because the member is back", async () => {
    const { gym, id } = await frozenGym({ access_hours: { mon: [{ opens: "17:00", closes: "22:00" }] } });
    await checkIn(desk(gym), { member_id: gym.member_id, override_reason: "Long way here" });
    expect((await days(gym, id))[0]).toBe("active");
  });
});

describe("undo", () => {
  test("E4 an undo puts the freeze back as it was", async () => {
    const { gym, id } = await frozenGym();
    const visit = await enter(gym);
    const undone = await undoCheckIn(desk(gym), { id: visit.id, reason: "Wrong person" });
    expect([undone.freeze, undone.ended_freeze?.to_on]).toEqual(["restored", "2026-03-31"]);
    expect(await days(gym, id)).toEqual(["frozen", "2026-04-08", "2026-03-31"]);
    expect(await outcomeOf(enter(gym))).toBe("done");
  });

  test("E4 a freeze that was taken back on its first day returns with its fee", async () => {
    const { gym, id, clock } = await frozenGym({
      freeze_policy: { ...policy, fee: { mode: "one_off", amount_minor: 500 } },
    });
    clock.set("2026-02-03T12:00:00Z");
    const visit = await enter(gym);
    expect((await undoCheckIn(desk(gym), { id: visit.id, reason: "Wrong person" })).freeze).toBe("restored");
    expect(await days(gym, id)).toEqual(["frozen", "2026-04-08", "2026-03-31"]);
  });

  test("E4 it stays ended where the member has come again, or where a later period was billed", async () => {
    const { gym, id, clock } = await frozenGym();
    const first = await enter(gym);
    clock.set("2026-03-02T12:00:00Z");
    await enter(gym);
    expect((await undoCheckIn(owner(gym), { id: first.id, reason: "Wrong person" })).freeze).toBe("not_restored");
    expect((await days(gym, id))[0]).toBe("active");

    const other = await frozenGym({}, { from_on: "2026-02-10" });
    const visit = await enter(other.gym);
    expect((await undoCheckIn(desk(other.gym), { id: visit.id, reason: "Wrong person" })).freeze).toBe("not_restored");
  });

  test("an undo of any other check-in says nothing about a freeze", async () => {
    const { gym } = await gymAt("2026-03-01T12:00:00Z");
    await newSale(gym);
    const visit = await enter(gym);
    expect((await undoCheckIn(desk(gym), { id: visit.id, reason: "Wrong person" })).freeze).toBeNull();
  });
});

test("E4 E17 the freeze of a closure does not end at the door", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  await newSale(gym, { plan_id: (await newPlan(gym, { freeze_policy: policy })).id });
  const closure = await createClosure(owner(gym), {
    ...{ location_id: gym.location_id, from_on: "2026-02-01", to_on: "2026-02-14", reason: "New floor" },
  });
  while (!(await advanceClosure(clockwork(gym, "2026-01-10T12:00:00Z"), { closure_id: closure.id })).is_done);
  clock.set("2026-02-03T12:00:00Z");
  expect(await door(gym, gym.member_id, { at: "2026-02-03T12:00:00Z" })).toBe("frozen");
});

test("E4 a plan that does not say so refuses, and so does a policy of before this setting", async () => {
  const { ends_on_return: _, ...earlier } = policy;
  for (const freeze_policy of [null, earlier]) {
    const { gym, id } = await frozenGym({ freeze_policy });
    expect(
      await outcomeOf(
        checkIn({ ...desk(gym), clock: fixedClock("2026-03-01T12:00:00Z") }, { member_id: gym.member_id }),
      ),
    ).toBe("entry_denied");
    expect((await days(gym, id))[0]).toBe("frozen");
    const visits = await inside(gym, (db) =>
      db.select().from(checkIns).where(eq(checkIns.organization_id, gym.organization_id)),
    );
    expect(visits).toEqual([]);
  }
});
