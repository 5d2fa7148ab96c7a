import { expect, test } from "vitest";
import {
  cancelMembership,
  changeFreezeEnd,
  changePlan,
  freezeMembership,
  getMembership,
  previewFreeze,
  previewPlanChange,
} from "@/lib/domain/memberships";
import { balanceOf, billedTo, payAll, renewAt } from "@/tests/support/gym/bills";
import { gymAt, owner } from "@/tests/support/gym/london";
import { newPlan, newSale } from "@/tests/support/gym/plans";

test("C1 C13 a membership from 31 January is billed once for each period, whoever runs the renewals", async () => {
  const { gym } = await gymAt("2026-01-31T12:00:00Z");
  await newSale(gym);
  for (const at of ["2026-02-28T03:00:00Z", "2026-02-28T04:00:00Z", "2026-03-31T03:00:00Z"]) {
    await Promise.all([renewAt(gym, at), renewAt(gym, at)]);
  }
  expect(await billedTo(gym)).toEqual([
    "INV-00001 period 2026-01-31 2026-02-27 5900",
    "INV-00002 period 2026-02-28 2026-03-30 5900",
    "INV-00003 period 2026-03-31 2026-04-29 5900",
  ]);
});

test("C14 periods that were missed are billed one by one, in order, with their own days", async () => {
  const { gym } = await gymAt("2026-01-15T12:00:00Z");
  await newSale(gym);
  await renewAt(gym, "2026-02-10T03:00:00Z");
  await renewAt(gym, "2026-04-20T03:00:00Z");
  expect(await billedTo(gym)).toEqual([
    "INV-00001 period 2026-01-15 2026-02-14 5900",
    "INV-00002 period 2026-02-15 2026-03-14 5900",
    "INV-00003 period 2026-03-15 2026-04-14 5900",
    "INV-00004 period 2026-04-15 2026-05-14 5900",
  ]);
});

test("E2 a freeze from 3 to 28 February moves the bill of 10 February to 8 March", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  clock.set("2026-01-30T12:00:00Z");
  const freeze = { id, from_on: "2026-02-03", to_on: "2026-02-28" };
  const { before, after, lines } = await previewFreeze(owner(gym), freeze);
  expect([before.next_bill_on, after.next_bill_on, after.next_bill_minor, lines]).toEqual([
    "2026-02-10",
    "2026-03-08",
    5900,
    [],
  ]);
  const frozen = await freezeMembership(owner(gym), freeze);
  expect([frozen.next_bill_on, frozen.freeze]).toEqual(["2026-03-08", { from_on: "2026-02-03", to_on: "2026-02-28" }]);
  await renewAt(gym, "2026-02-10T03:00:00Z");
  await renewAt(gym, "2026-03-08T03:00:00Z");
  expect(await billedTo(gym)).toEqual([
    "INV-00001 period 2026-01-10 2026-02-09 5900",
    "INV-00002 period 2026-03-08 2026-04-07 5900",
  ]);
});

test("E3 an early return on 18 February moves the bill to 25 February", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  clock.set("2026-01-30T12:00:00Z");
  await freezeMembership(owner(gym), { id, from_on: "2026-02-03", to_on: "2026-02-28" });
  clock.set("2026-02-18T12:00:00Z");
  const back = await changeFreezeEnd(owner(gym), { id, to_on: "2026-02-17" });
  expect([back.status, back.next_bill_on]).toEqual(["active", "2026-02-25"]);
});

test("E5 the limits of the plan hold at the front desk, and a manager may override them", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  const desk = gym.people.receptionist.caller;
  const code = (from_on: string, to_on: string) =>
    freezeMembership(desk, { id, from_on, to_on }).then(
      () => "frozen",
      ({ code: refused }: { code: string }) => refused,
    );
  expect([
    await code("2026-01-11", "2026-01-20"),
    await code("2026-01-20", "2026-01-22"),
    await code("2026-01-20", "2026-04-20"),
    await code("2026-01-05", "2026-01-20"),
  ]).toEqual(["conflict", "conflict", "conflict", "forbidden"]);
  const frozen = await freezeMembership(owner(gym), { id, from_on: "2026-01-11", to_on: "2026-01-12" });
  expect(frozen.next_bill_on).toBe("2026-02-12");
});

test("D1 an upgrade inside the period charges the difference of the days that are left", async () => {
  const { gym, clock } = await gymAt("2026-06-01T12:00:00Z");
  const [off_peak, anytime] = [
    await newPlan(gym, { name: "Off-peak", price_minor: 5900 }),
    await newPlan(gym, { name: "Anytime", price_minor: 8900 }),
  ];
  const { id } = await newSale(gym, { plan_id: off_peak.id });
  clock.set("2026-06-16T12:00:00Z");
  const change = { id, plan_id: anytime.id, when: "now" } as const;
  const shown = await previewPlanChange(owner(gym), change).catch(({ code }: { code: string }) => code);
  expect(shown).toBe("conflict");
  // The first bill is paid before the plan can change (D6).
  await payAll(gym);
  const preview = await previewPlanChange(owner(gym), change);
  expect(preview.lines.map(({ label, amount_minor, why }) => `${label} ${amount_minor}: ${why}`)).toEqual([
    "Unused days of Off-peak -2950: €29.50 = €59.00 × 15 of 30 days, 16\u2009–\u200930 June 2026, because the plan changed from Off-peak to Anytime on 16 June 2026.",
    "Anytime 4450: €44.50 = €89.00 × 15 of 30 days, 16\u2009–\u200930 June 2026, because the plan changed from Off-peak to Anytime on 16 June 2026.",
  ]);
  expect([preview.total_minor, preview.after.next_bill_on, preview.after.next_bill_minor]).toEqual([
    1500,
    "2026-07-01",
    8900,
  ]);
  const changed = await changePlan(owner(gym), change);
  expect([changed.plan_name, changed.next_bill_on]).toEqual(["Anytime", "2026-07-01"]);
  await renewAt(gym, "2026-07-01T03:00:00Z");
  expect(await billedTo(gym)).toEqual([
    "INV-00001 period 2026-06-01 2026-06-30 5900",
    "INV-00002 plan_change_credit 2026-06-16 2026-06-30 -2950",
    "INV-00002 plan_change_charge 2026-06-16 2026-06-30 4450",
    "INV-00003 period 2026-07-01 2026-07-31 8900",
  ]);
});

test("D1 a downgrade becomes account credit, which pays a part of the next bill", async () => {
  const { gym, clock } = await gymAt("2026-06-01T12:00:00Z");
  const [off_peak, anytime] = [
    await newPlan(gym, { name: "Off-peak", price_minor: 5900 }),
    await newPlan(gym, { name: "Anytime", price_minor: 8900 }),
  ];
  const { id } = await newSale(gym, { plan_id: anytime.id });
  await payAll(gym);
  clock.set("2026-06-16T12:00:00Z");
  await changePlan(owner(gym), { id, plan_id: off_peak.id, when: "now" });
  expect(await balanceOf(gym)).toEqual({ credit: 1500, open: 0 });
  await renewAt(gym, "2026-07-01T03:00:00Z");
  expect(await balanceOf(gym)).toEqual({ credit: 0, open: 4400 });
});

test("D2 a change at the end of the period applies from the next bill on, and the door follows its day", async () => {
  const { gym, clock } = await gymAt("2026-06-01T12:00:00Z");
  const [off_peak, anytime] = [
    await newPlan(gym, { name: "Off-peak", price_minor: 5900 }),
    await newPlan(gym, { name: "Anytime", price_minor: 8900 }),
  ];
  const { id } = await newSale(gym, { plan_id: off_peak.id });
  await changePlan(owner(gym), { id, plan_id: anytime.id, when: "period_end" });
  clock.set("2026-06-20T12:00:00Z");
  const waiting = await getMembership(owner(gym), { id });
  expect([waiting.plan_name, waiting.next_plan]).toEqual([
    "Off-peak",
    { plan_id: anytime.id, plan_name: "Anytime", from_on: "2026-07-01" },
  ]);
  await renewAt(gym, "2026-07-01T03:00:00Z");
  clock.set("2026-07-01T12:00:00Z");
  const after = await getMembership(owner(gym), { id });
  expect([after.plan_name, after.next_plan, after.price_minor]).toEqual(["Anytime", null, 8900]);
});

test("C15 a membership that is cancelled at the end of its period is not billed again", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  const cancelled = await cancelMembership(owner(gym), { id, when: "period_end" });
  expect([cancelled.cancelled_on, cancelled.next_bill_on]).toEqual(["2026-02-10", null]);
  await renewAt(gym, "2026-02-10T03:00:00Z");
  expect(await billedTo(gym)).toEqual(["INV-00001 period 2026-01-10 2026-02-09 5900"]);
});

test("F8 a cancellation ends the bills to come and keeps what is owed", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  await renewAt(gym, "2026-02-10T03:00:00Z");
  const cancelled = await cancelMembership(owner(gym), { id, when: "period_end" });
  await renewAt(gym, "2026-03-10T03:00:00Z");
  expect([cancelled.next_bill_on, await balanceOf(gym)]).toEqual([null, { credit: 0, open: 11_800 }]);
});
