import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { outboxEvents } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import {
  cancelMembership,
  getMembership,
  listMemberships,
  sellMembership,
  withdrawCancellation,
} from "@/lib/domain/memberships";
import type { Caller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { newGym } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";

/** 5 March 2026, noon in Berlin. */
const newGymInMarch = () => newGym({ clock: fixedClock("2026-03-05T11:00:00Z") });
const at = (caller: Caller, instant: string): Caller => ({ ...caller, clock: fixedClock(instant) });

describe("cancelling", () => {
  const sold = async () => {
    const gym = await newGymInMarch();
    const { caller } = gym.people.gym_owner;
    const plan = await newPlan(gym);
    const { id } = await sellMembership(caller, { member_id: gym.member_id, plan_id: plan.id });
    return { gym, caller, id, plan };
  };

  test("F1 now and at the end of the paid period are two things", async () => {
    const { caller, id, gym, plan } = await sold();
    const ending = await cancelMembership(caller, { id, when: "period_end", reason: "Moves away" });
    expect(ending).toMatchObject({
      status: "active",
      cancelled_on: "2026-04-05",
      next_bill_on: null,
      cancel_reason: "Moves away",
    });
    const other = await sellMembership(caller, { member_id: gym.member_id, plan_id: plan.id });
    const ended = await cancelMembership(caller, { id: other.id, when: "now" });
    expect(ended).toMatchObject({ status: "cancelled", cancelled_on: "2026-03-05", next_bill_on: null });
  });

  test("C15 the last paid day admits, the day of the bill that never comes does not", async () => {
    const { caller, id } = await sold();
    await cancelMembership(caller, { id, when: "period_end" });
    const statuses = await Promise.all(
      ["2026-04-04T20:00:00Z", "2026-04-04T22:00:00Z"].map(
        async (instant) => (await getMembership(at(caller, instant), { id })).status,
      ),
    );
    expect(statuses).toEqual(["active", "cancelled"]);
  });

  test("F1 at the period's end means the period of the day: a month later it is a month later", async () => {
    const { caller, id } = await sold();
    const later = at(caller, "2026-04-20T11:00:00Z");
    expect((await cancelMembership(later, { id, when: "period_end" })).cancelled_on).toBe("2026-05-05");
  });

  test("F1 on the day of a bill that is not paid yet, the period ended yesterday", async () => {
    const { caller, id } = await sold();
    const due = at(caller, "2026-04-05T11:00:00Z");
    expect((await getMembership(due, { id })).period_ends_on).toBe("2026-04-04");
    expect(await cancelMembership(due, { id, when: "period_end" })).toMatchObject({
      status: "cancelled",
      cancelled_on: "2026-04-05",
    });
  });

  test("F5 a cancellation can be withdrawn until its date, and the next bill is back on its day", async () => {
    const { caller, id } = await sold();
    await cancelMembership(caller, { id, when: "period_end" });
    const back = await withdrawCancellation(at(caller, "2026-04-04T20:00:00Z"), { id });
    expect(back).toMatchObject({
      status: "active",
      cancelled_on: null,
      cancelled_at: null,
      next_bill_on: "2026-04-05",
    });
  });

  test("F5 from its date on it cannot be withdrawn", async () => {
    const { caller, id } = await sold();
    await cancelMembership(caller, { id, when: "period_end" });
    const late = at(caller, "2026-04-05T08:00:00Z");
    await expect(withdrawCancellation(late, { id })).rejects.toMatchObject({ code: "conflict" });
  });

  test("what is cancelled or over is not cancelled again, but an end that was set may come sooner", async () => {
    const { caller, id } = await sold();
    await cancelMembership(caller, { id, when: "period_end" });
    await expect(cancelMembership(caller, { id, when: "period_end" })).rejects.toMatchObject({ code: "conflict" });
    expect((await cancelMembership(caller, { id, when: "now" })).status).toBe("cancelled");
    await expect(cancelMembership(caller, { id, when: "now" })).rejects.toMatchObject({ code: "conflict" });
  });

  test("F6 cancelling one of two memberships leaves the other as it was", async () => {
    const { caller, id, gym, plan } = await sold();
    const other = await sellMembership(caller, { member_id: gym.member_id, plan_id: plan.id });
    await cancelMembership(caller, { id, when: "now" });
    const { data } = await listMemberships(caller, { member_id: gym.member_id });
    expect(new Map(data.map((row) => [row.id, row.status]))).toEqual(
      new Map([
        [id, "cancelled"],
        [other.id, "active"],
      ]),
    );
  });

  test("two managers who cancel and withdraw at once leave one of the two, never a half", async () => {
    const { gym, id, caller } = await sold();
    await Promise.allSettled([
      cancelMembership(caller, { id, when: "period_end" }),
      cancelMembership(caller, { id, when: "now" }),
    ]);
    const { cancelled_on, next_bill_on } = await getMembership(caller, { id });
    expect(["2026-03-05", "2026-04-05"]).toContain(cancelled_on);
    expect(next_bill_on).toBeNull();
    const events = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
      db
        .select({ name: outboxEvents.name })
        .from(outboxEvents)
        .where(
          and(
            eq(outboxEvents.organization_id, gym.organization_id),
            eq(outboxEvents.name, "memberships/membership.cancelled"),
          ),
        ),
    );
    expect(events.length).toBeGreaterThanOrEqual(1);
  });
});

test("F9 time alone expires what has ended, and neither the frozen, the cancelled nor the renewed", async () => {
  const gym = await newGymInMarch();
  const { caller } = gym.people.gym_owner;
  const plan = await newPlan(gym, { kind: "fixed_term", interval_count: 1 });
  const sell = (starts_on: string) => sellMembership(caller, { member_id: gym.member_id, plan_id: plan.id, starts_on });
  const ended = await sell("2026-03-05");
  const renewal = await sell("2026-04-05");
  const cancelled = await sell("2026-03-05");
  await cancelMembership(caller, { id: cancelled.id, when: "now" });
  const later = at(caller, "2026-04-10T11:00:00Z");
  const look = async () =>
    Object.fromEntries((await listMemberships(later, {})).data.map(({ id, status }) => [id, status]));
  const expected = { [ended.id]: "expired", [renewal.id]: "active", [cancelled.id]: "cancelled" };
  expect(await look()).toEqual(expected);
  expect(await look()).toEqual(expected);
});
