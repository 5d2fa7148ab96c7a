import { expect, test } from "vitest";
import {
  billThrough,
  cancelMembership,
  changePlan,
  currentTerm,
  freezeMembership,
  type PlanChange,
  schedulePrice,
  undoPlanChange,
  undoPrice,
  withdrawCancellation,
} from "@/lib/domain/billing/engine";
import { codeOf } from "./refusals";
import { anytime, billed, brief, due, offPeak, opened, reached } from "./sales";

const june = () => reached(opened("2026-05-01"), "2026-06-01");
const yearly = { ...anytime, interval_unit: "year", price_minor: 70_000 } as const;

const change = (on: string, when: PlanChange["when"] = "now", term: typeof anytime | typeof yearly = anytime) => ({
  ...term,
  when,
  on,
});

test("D1 Off-peak 59.00, changed on 16 June to Anytime 79.00: 29.50 back, 39.50 charged, the bill day stays", () => {
  const { lines, state } = changePlan(june(), change("2026-06-16"));
  expect(lines.map(due)).toEqual(["plan_change_credit 2026-06-16 -2950", "plan_change_charge 2026-06-16 3950"]);
  expect(lines.map(brief)).toEqual(["2026-06-16/2026-06-30 -2950", "2026-06-16/2026-06-30 3950"]);
  expect(lines[0]?.facts).toEqual({
    ...{ why: "plan_change_unused", from_plan: "Off-peak", to_plan: "Anytime", changed_on: "2026-06-16" },
    ...{ charged_minor: 5900, unused_days: 15, days: 30 },
  });
  expect(billed(state, "2026-07-01")).toEqual(["2026-07-01/2026-07-31 7900"]);
});

test("D1 a change to a cheaper plan credits more than it charges", () => {
  const state = reached(opened("2026-05-01", { term: anytime }), "2026-06-01");
  const { lines } = changePlan(state, { ...offPeak, when: "now", on: "2026-06-16" });
  expect(lines.map(({ amount_minor }) => amount_minor)).toEqual([-3950, 2950]);
});

test("D1 another interval: the unused days come back, and the new plan begins a period of its own", () => {
  const { lines, state } = changePlan(june(), change("2026-06-16", "now", yearly));
  expect(lines.map(brief)).toEqual(["2026-06-16/2026-06-30 -2950", "2026-06-16/2027-06-15 70000"]);
  expect([state.next_bill_on, state.anchor_day]).toEqual(["2027-06-16", 16]);
});

test("D1 a change on the day of the bill, before it is billed, is the plan of this bill", () => {
  const { lines, state } = changePlan(opened("2026-05-01"), change("2026-06-01"));
  expect(lines).toEqual([]);
  expect(billed(state, "2026-06-01")).toEqual(["2026-06-01/2026-06-30 7900"]);
});

test("C11 used and unused days add up to what was charged", () => {
  const state = reached(opened("2026-05-01", { term: { ...offPeak, price_minor: 10_000 } }), "2026-05-01");
  const parts = Array.from({ length: 30 }, (_, n) => {
    const { lines } = changePlan(state, {
      ...anytime,
      price_minor: 10_000,
      when: "now",
      on: `2026-05-${n + 2}`.replace(/-(\d)$/, "-0$1"),
    });
    return lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0);
  });
  expect(new Set(parts)).toEqual(new Set([0]));
  // 10000 × 10 / 31 = 3225.8 for the used days, so 6774 are left.
  expect(changePlan(state, change("2026-05-11")).lines[0]?.amount_minor).toBe(-6774);
});

test("C11 of two changes in a period, the second credits what the first charged", () => {
  const once = changePlan(june(), change("2026-06-16"));
  const twice = changePlan(once.state, { ...offPeak, when: "now", on: "2026-06-21" });
  expect(twice.lines.map(brief)).toEqual(["2026-06-21/2026-06-30 -2633", "2026-06-21/2026-06-30 1967"]);
  expect(twice.state.next_bill_on).toBe("2026-07-01");
});

test("C21 neither a plan change nor a renewal charges for joining or gives a free period", () => {
  const state = opened("2026-05-01", { joining_fee_minor: 2000, first_period: "free" });
  const later = changePlan(reached(state, "2026-06-01"), change("2026-06-16"));
  const kinds = [...later.lines, ...billThrough(later.state, "2026-08-01").lines].map(due);
  expect(kinds).toEqual([
    "plan_change_credit 2026-06-16 -2950",
    "plan_change_charge 2026-06-16 3950",
    "period 2026-07-01 7900",
    "period 2026-08-01 7900",
  ]);
});

test("D2 a change at the end of the period can be undone before its day, and there is only one", () => {
  const pending = changePlan(june(), change("2026-06-16", "period_end"));
  expect([pending.lines, currentTerm(pending.state, "2026-06-30").plan_name]).toEqual([[], "Off-peak"]);
  expect(billed(pending.state, "2026-07-01")).toEqual(["2026-07-01/2026-07-31 7900"]);
  expect(undoPlanChange(pending.state).state).toEqual(june());
  expect(codeOf(() => changePlan(pending.state, change("2026-06-17", "period_end")))).toBe("pending_change");
  expect(codeOf(() => changePlan(pending.state, change("2026-06-17")))).toBe("pending_change");
  expect(codeOf(() => undoPlanChange(reached(pending.state, "2026-07-01")))).toBe("no_pending_change");
});

test("D2 a change at the end of the period moves with the bill day", () => {
  const pending = changePlan(june(), change("2026-06-16", "period_end")).state;
  const fee = { mode: "none" } as const;
  const frozen = freezeMembership(pending, { from_on: "2026-06-20", to_on: "2026-06-29", fee }, "2026-06-20").state;
  expect(billed(frozen, "2026-07-11")).toEqual(["2026-07-11/2026-08-10 7900"]);
});

test("D2 a change at the end of the period to another interval keeps the day of the month", () => {
  const pending = changePlan(reached(opened("2026-01-31"), "2026-01-31"), change("2026-02-10", "period_end", yearly));
  expect(billed(pending.state, "2027-02-28")).toEqual(["2026-02-28/2027-02-27 70000", "2027-02-28/2028-02-28 70000"]);
});

test("D3 a change is one event: a credit and a charge of one day, with the plans of both sides", () => {
  const { lines } = changePlan(june(), change("2026-06-16"));
  expect(lines.map(({ on, facts }) => ("from_plan" in facts ? [on, facts.from_plan, facts.to_plan] : []))).toEqual([
    ["2026-06-16", "Off-peak", "Anytime"],
    ["2026-06-16", "Off-peak", "Anytime"],
  ]);
});

test("D6 a frozen membership does not change its plan", () => {
  const fee = { mode: "none" } as const;
  const frozen = freezeMembership(june(), { from_on: "2026-06-10", to_on: null, fee }, "2026-06-10").state;
  expect(codeOf(() => changePlan(frozen, change("2026-06-16")))).toBe("frozen");
  expect(codeOf(() => changePlan(frozen, change("2026-06-16", "period_end")))).toBe("frozen");
});

test("C20 a price applies to the first period that begins on its day or later", () => {
  const raised = schedulePrice(june(), { price_minor: 6500, from_on: "2026-07-15" }).state;
  expect(billed(raised, "2026-09-01")).toEqual([
    "2026-07-01/2026-07-31 5900",
    "2026-08-01/2026-08-31 6500",
    "2026-09-01/2026-09-30 6500",
  ]);
  expect(undoPrice(raised, "2026-07-15").state).toEqual(june());
  expect(codeOf(() => undoPrice(reached(raised, "2026-08-01"), "2026-07-15"))).toBe("no_pending_price");
});

test("C20 a price of the former plan does not reach the new one", () => {
  const raised = schedulePrice(june(), { price_minor: 6500, from_on: "2026-07-15" }).state;
  expect(billed(changePlan(raised, change("2026-06-16")).state, "2026-08-01")).toEqual([
    "2026-07-01/2026-07-31 7900",
    "2026-08-01/2026-08-31 7900",
  ]);
});

test("D1 a fixed term changes its plan for the days that are left; another length begins a new term", () => {
  const year = { ...offPeak, interval_unit: "year", price_minor: 36_500 } as const;
  const state = opened("2026-01-01", { kind: "fixed_term", term: year });
  const same = changePlan(state, { ...yearly, price_minor: 73_000, when: "now", on: "2026-12-22" });
  expect(same.lines.map(brief)).toEqual(["2026-12-22/2026-12-31 -1000", "2026-12-22/2026-12-31 2000"]);
  expect(same.state.ends_on).toBe("2026-12-31");
  const other = changePlan(state, change("2026-12-22"));
  expect(other.lines.map(brief)).toEqual(["2026-12-22/2026-12-31 -1000", "2026-12-22/2027-01-21 7900"]);
  expect([other.state.ends_on, other.state.next_bill_on]).toEqual(["2027-01-21", null]);
  expect(codeOf(() => changePlan(state, change("2026-12-22", "period_end")))).toBe("not_recurring");
});

test("D1 a change on the day of the rest of a cut period bills this rest and changes it", () => {
  const request = { at: { day: "2026-07-11" }, on: "2026-06-16", overrides_min_term: false, credit_unused: false };
  const cut = reached(cancelMembership(june(), request).state, "2026-07-01");
  const { lines, state } = changePlan(withdrawCancellation(cut, "2026-07-05").state, change("2026-07-11"));
  expect(lines.map(due)).toEqual([
    "period 2026-07-11 3997",
    "plan_change_credit 2026-07-11 -3997",
    "plan_change_charge 2026-07-11 5352",
  ]);
  expect(billed(state, "2026-08-01")).toEqual(["2026-08-01/2026-08-31 7900"]);
});

test("C20 a price that is meant for one plan refuses another", () => {
  const raise = { price_minor: 6500, from_on: "2026-07-15" };
  expect(codeOf(() => schedulePrice(june(), { ...raise, plan_id: "anytime" }))).toBe("other_plan");
  expect(codeOf(() => schedulePrice(june(), { ...raise, plan_id: "off-peak" }))).toBe("accepted");
  const pending = changePlan(june(), change("2026-06-16", "period_end")).state;
  expect(codeOf(() => schedulePrice(pending, { ...raise, plan_id: "off-peak" }))).toBe("other_plan");
});
