import { expect, test } from "vitest";
import { createMember } from "@/lib/domain/members";
import { cancelMembership, freezeMembership, getMembership } from "@/lib/domain/memberships";
import {
  advanceClosure,
  createClosure,
  failClosure,
  getClosure,
  listClosureExceptions,
  previewClosure,
  retryClosure,
  undoClosure,
} from "@/lib/domain/memberships/closures";
import { notifyClosureFailed } from "@/lib/domain/messages/reminders";
import { billedTo, payAll, renewAt } from "@/tests/support/gym/bills";
import { type Gym, newGym, newLocation } from "@/tests/support/gym/gym";
import { newPlan, newSale } from "@/tests/support/gym/plans";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { clockwork, openedAt } from "@/tests/support/jobs/schedules";

const owner = (gym: Gym) => gym.people.gym_owner.caller;

async function gymAt(iso: string): Promise<{ gym: Gym; clock: HandClock }> {
  const clock = new HandClock(iso);
  const gym = await newGym({ time_zone: "Europe/London", currency: "EUR", clock });
  await openedAt(gym, "2025-12-01T00:00:00Z");
  return { gym, clock };
}

let made = 0;
async function sale(gym: Gym, fields: Parameters<typeof newSale>[1] = {}) {
  made += 1;
  const names = { first_name: `Kit ${made}`, last_name: "Closed", home_location_id: gym.location_id };
  const { id } = await createMember(owner(gym), names);
  return newSale(gym, { member_id: id, ...fields });
}

async function work(gym: Gym, closure_id: string, at: string): Promise<void> {
  while (!(await advanceClosure(clockwork(gym, at), { closure_id })).is_done);
}

const code = (done: Promise<unknown>) =>
  done.then(
    () => "done",
    ({ code: refused }: { code: string }) => refused,
  );

/** Memberships of every kind that a closure from 1 to 14 February meets. */
async function variedGym() {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { price_minor: 5_900 });
  const plain = await sale(gym, { plan_id: plan.id });
  const partly = await sale(gym, { plan_id: plan.id });
  await freezeMembership(owner(gym), { id: partly.id, from_on: "2026-02-05", to_on: "2026-02-08" });
  const whole = await sale(gym, { plan_id: plan.id });
  await freezeMembership(owner(gym), { id: whole.id, from_on: "2026-01-20", to_on: "2026-02-20" });
  const leaving = await sale(gym, { plan_id: (await newPlan(gym, { interval_unit: "week" })).id });
  await cancelMembership(owner(gym), { id: leaving.id, when: "period_end" });
  const later = await sale(gym, { plan_id: plan.id, starts_on: "2026-02-10" });
  const pass = await newPlan(gym, { kind: "day_pass", interval_unit: "day" });
  await sale(gym, { plan_id: pass.id, starts_on: "2026-02-03" });
  return { gym, clock, ids: { plain: plain.id, partly: partly.id, whole: whole.id, later: later.id } };
}

const days = (gym: Gym) => ({ location_id: gym.location_id, from_on: "2026-02-01", to_on: "2026-02-14" });

const nextBills = (gym: Gym, ids: Record<string, string>) =>
  Promise.all(Object.values(ids).map(async (id) => (await getMembership(owner(gym), { id })).next_bill_on));

test("E17 a closure freezes the memberships of its location as its preview says, and bills move by the frozen days", async () => {
  const { gym, ids } = await variedGym();
  const preview = await previewClosure(owner(gym), days(gym));
  expect([preview.total, preview.frozen, preview.shortened, preview.skipped]).toEqual([5, 1, 2, 2]);
  expect(preview.data.map(({ outcome, reason, frozen_days }) => [outcome, reason, frozen_days])).toEqual([
    ["frozen", null, 14],
    ["shortened", "frozen_partly", 10],
    ["skipped", "frozen_already", 0],
    ["shortened", "begins_during", 5],
    ["skipped", "not_freezable", 0],
  ]);
  const page = await previewClosure(owner(gym), { ...days(gym), limit: 2 });
  const second = await previewClosure(owner(gym), { ...days(gym), limit: 2, cursor: page.next_cursor as string });
  expect([page.total, second.total, second.data[0]?.reason]).toEqual([5, 5, "frozen_already"]);
  const made_closure = await createClosure(owner(gym), { ...days(gym), reason: "Renovation" });
  expect([made_closure.state, made_closure.total]).toEqual(["freezing", 5]);
  await work(gym, made_closure.id, "2026-01-10T12:05:00Z");
  const done = await getClosure(owner(gym), { id: made_closure.id });
  expect([done.state, done.frozen, done.shortened, done.skipped]).toEqual(["done", 1, 2, 2]);
  const { data: exceptions } = await listClosureExceptions(owner(gym), { id: made_closure.id });
  expect(exceptions.map(({ outcome, reason, frozen_days }) => [outcome, reason, frozen_days])).toEqual([
    ["shortened", "frozen_partly", 10],
    ["skipped", "frozen_already", 0],
    ["shortened", "begins_during", 5],
    ["skipped", "not_freezable", 0],
  ]);
  const skipped = await listClosureExceptions(owner(gym), { id: made_closure.id, outcome: "skipped", limit: 1 });
  expect(skipped.data.map(({ reason }) => reason)).toEqual(["frozen_already"]);
  const rest = await listClosureExceptions(owner(gym), {
    ...{ id: made_closure.id, outcome: "skipped" as const, cursor: skipped.next_cursor as string },
  });
  expect(rest.data.map(({ reason }) => reason)).toEqual(["not_freezable"]);
  expect(await nextBills(gym, ids)).toEqual(["2026-02-24", "2026-02-24", "2026-03-14", "2026-03-15"]);
  expect(preview.data.slice(0, 4).map(({ after }) => after.next_bill_on)).toEqual(await nextBills(gym, ids));
});

test("E17 an undo before the first day gives every day back", async () => {
  const { gym, ids } = await variedGym();
  const before = await nextBills(gym, ids);
  const { id } = await createClosure(owner(gym), { ...days(gym), reason: "Renovation" });
  await work(gym, id, "2026-01-10T12:05:00Z");
  await undoClosure(owner(gym), { id });
  await work(gym, id, "2026-01-10T12:10:00Z");
  expect((await getClosure(owner(gym), { id })).state).toBe("undone");
  expect(await nextBills(gym, ids)).toEqual(before);
  expect(await code(createClosure(owner(gym), { ...days(gym), reason: "Again" }))).toBe("done");
});

test("E17 E3 an undo during the closure counts the days until yesterday", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  const closure = await createClosure(owner(gym), { ...days(gym), reason: "Flood" });
  await work(gym, closure.id, "2026-01-10T12:05:00Z");
  clock.set("2026-02-05T12:00:00Z");
  expect((await getMembership(owner(gym), { id })).status).toBe("frozen");
  await undoClosure(owner(gym), { id: closure.id });
  await work(gym, closure.id, "2026-02-05T12:01:00Z");
  const back = await getMembership(owner(gym), { id });
  expect([back.status, back.next_bill_on]).toEqual(["active", "2026-02-14"]);
  await renewAt(gym, "2026-02-14T03:00:00Z");
  expect(await billedTo(gym)).toEqual([
    "INV-00001 period 2026-01-10 2026-02-09 5900",
    "INV-00002 period 2026-02-14 2026-03-13 5900",
  ]);
});

test("E17 two closures on the same days: one is made, the other is refused", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const close = () => code(createClosure(owner(gym), { ...days(gym), reason: "Renovation" }));
  const outcomes = await Promise.all(Array.from({ length: 8 }, close));
  expect(outcomes.filter((outcome) => outcome === "done").length).toBe(1);
  expect(new Set(outcomes)).toEqual(new Set(["done", "invalid_input"]));
});

test("E17 parallel parts of the job freeze each membership once", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  for (let count = 0; count < 5; count++) await sale(gym);
  const { id } = await createClosure(owner(gym), { ...days(gym), reason: "Renovation" });
  await Promise.all(
    Array.from({ length: 6 }, () => advanceClosure(clockwork(gym, "2026-01-10T12:05:00Z"), { closure_id: id })),
  );
  const { frozen, state } = await getClosure(owner(gym), { id });
  expect([frozen, state]).toEqual([5, "done"]);
});

test("E17 a job that gave up tells a person, who continues it", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const sold = await newSale(gym);
  const { id } = await createClosure(owner(gym), { ...days(gym), reason: "Renovation" });
  await failClosure(clockwork(gym, "2026-01-10T12:05:00Z"), { closure_id: id });
  const { notified } = await notifyClosureFailed(clockwork(gym, "2026-01-10T12:05:00Z"), { closure_id: id });
  expect(notified).toBeGreaterThan(0);
  expect((await retryClosure(owner(gym), { id })).state).toBe("freezing");
  await work(gym, id, "2026-01-10T12:06:00Z");
  expect((await getMembership(owner(gym), { id: sold.id })).next_bill_on).toBe("2026-02-24");
  expect(await code(retryClosure(owner(gym), { id }))).toBe("conflict");
});

test("E17 a closure of the past, of another location or by the desk is refused", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  await payAll(gym);
  const closure = { ...days(gym), reason: "Renovation" };
  expect(await code(createClosure(owner(gym), { ...closure, from_on: "2026-01-09" }))).toBe("invalid_input");
  expect(await code(createClosure(owner(gym), { ...closure, to_on: "2026-01-31" }))).toBe("invalid_input");
  expect(await code(createClosure(gym.people.receptionist.caller, closure))).toBe("forbidden");
  const away = { ...owner(gym), location_ids: [await newLocation(gym, "North")] };
  expect(await code(createClosure(away, closure))).toBe("not_found");
  const { id } = await createClosure(owner(gym), closure);
  expect(await code(getClosure(away, { id }))).toBe("not_found");
  expect(await code(undoClosure(owner(gym), { id }))).toBe("conflict");
  await work(gym, id, "2026-01-10T12:05:00Z");
  clock.set("2026-02-15T12:00:00Z");
  expect(await code(undoClosure(owner(gym), { id }))).toBe("conflict");
});
