import { expect, test } from "vitest";
import { billThrough, changeFreezeEnd, changePlan, freezeMembership, schedulePrice } from "@/lib/domain/billing/engine";
import { anytime, brief, due, opened, reached } from "./sales";

test("C1 C3 a member from 31 January 2026 pays on the last days of short months, through two leap years", () => {
  const lines = billThrough(opened("2026-01-31"), "2032-03-31").lines.map(brief);
  expect(lines.length).toBe(74);
  expect(lines.slice(0, 4)).toEqual([
    "2026-02-28/2026-03-30 5900",
    "2026-03-31/2026-04-29 5900",
    "2026-04-30/2026-05-30 5900",
    "2026-05-31/2026-06-29 5900",
  ]);
  const near = (month: string) => lines.filter((line) => line.startsWith(month));
  expect([near("2028-01"), near("2028-02"), near("2028-03")].flat()).toEqual([
    "2028-01-31/2028-02-28 5900",
    "2028-02-29/2028-03-30 5900",
    "2028-03-31/2028-04-29 5900",
  ]);
  expect([near("2029-02"), near("2032-02"), near("2032-03")].flat()).toEqual([
    "2029-02-28/2029-03-30 5900",
    "2032-02-29/2032-03-30 5900",
    "2032-03-31/2032-04-29 5900",
  ]);
});

test("E2 C20 D1 the same member is frozen, comes back early, pays more and changes the plan", () => {
  const fee = { mode: "one_off", amount_minor: 1000 } as const;
  const start = reached(opened("2026-01-31"), "2028-01-31");
  const frozen = freezeMembership(start, { from_on: "2028-02-20", to_on: "2028-03-20", fee }, "2028-02-10");
  const in_freeze = billThrough(frozen.state, "2028-03-01");
  expect(in_freeze.lines.map(due)).toEqual(["freeze_fee 2028-02-20 1000"]);
  expect(in_freeze.state.next_bill_on).toBe("2028-03-30");
  const back = changeFreezeEnd(in_freeze.state, "2028-02-20", "2028-03-01", "2028-03-02").state;
  expect([back.next_bill_on, back.anchor_day]).toEqual(["2028-03-11", 11]);
  const raised = schedulePrice(back, { price_minor: 6400, from_on: "2028-05-01" }).state;
  const { lines, state } = billThrough(raised, "2028-06-11");
  expect(lines.map(brief)).toEqual([
    "2028-03-11/2028-04-10 5900",
    "2028-04-11/2028-05-10 5900",
    "2028-05-11/2028-06-10 6400",
    "2028-06-11/2028-07-10 6400",
  ]);
  const changed = changePlan(state, { ...anytime, when: "now", on: "2028-06-21" });
  // 20 of 30 days: 64.00 less 21.33 used, 79.00 less 26.33
  expect(changed.lines.map(due)).toEqual(["plan_change_credit 2028-06-21 -4267", "plan_change_charge 2028-06-21 5267"]);
  expect(billThrough(changed.state, "2028-07-11").lines.map(brief)).toEqual(["2028-07-11/2028-08-10 7900"]);
});
