import { expect, test } from "vitest";
import {
  adoptMembership,
  billThrough,
  cancelMembership,
  changePlan,
  type DiscountFacts,
  freezeMembership,
  moveStart,
  openMembership,
  renewFrom,
  scheduleOf,
} from "@/lib/domain/billing/engine";
import { codeOf } from "./refusals";
import { anytime, billed, brief, due, offPeak, opened, reached, sale } from "./sales";

const discount: DiscountFacts = {
  ...{ id: "d1", label: "Student", value: { percent_bp: 1000 }, periods: 2, used_periods: 0 },
  ...{ from_on: "2026-01-01", until_on: null, applies_to: "period" },
};

test("C12 the sale in a preview and the sale itself are the same lines", () => {
  expect(openMembership(sale("2026-01-31"))).toEqual(openMembership(sale("2026-01-31")));
  const frozen = Object.freeze(opened("2026-01-31"));
  const before = JSON.stringify(frozen);
  expect(billThrough(frozen, "2027-01-31").lines).toEqual(scheduleOf(frozen, "2027-01-31").lines);
  expect(JSON.stringify(frozen)).toBe(before);
});

test.each([
  ["fixed_term", "month", 12, "2026-03-31", "2027-03-30"],
  ["fixed_term", "year", 3, "2024-02-29", "2027-02-27"],
  ["session_pack", "month", 6, "2026-03-05", "2026-09-04"],
  ["trial", "week", 2, "2026-12-28", "2027-01-10"],
  ["day_pass", "day", 1, "2026-03-05", "2026-03-05"],
] as const)("C19 a %s of %s × %i is billed once, from %s to %s", (kind, interval_unit, interval_count, from, to) => {
  const term = { ...offPeak, interval_unit, interval_count };
  const { state, lines } = openMembership(sale(from, { kind, term }));
  expect(lines.map(brief)).toEqual([`${from}/${to} 5900`]);
  expect([state.ends_on, state.next_bill_on, billed(state, "2040-01-01")]).toEqual([to, null, []]);
});

test("C19 another start moves everything that follows from it, at the same price", () => {
  const state = opened("2026-02-28", { on: "2026-01-10", min_term_months: 12 });
  const moved = moveStart(state, "2026-03-31", "2026-01-20");
  expect(moved.lines).toEqual([]);
  expect(moved.state).toEqual(opened("2026-03-31", { on: "2026-01-10", min_term_months: 12 }));
  expect([moved.state.next_bill_on, moved.state.min_term_ends_on]).toEqual(["2026-04-30", "2027-03-30"]);
  expect(codeOf(() => moveStart(state, "2026-03-31", "2026-03-01"))).toBe("begun");
});

test("C19 with a fixed billing day another start changes the first amount", () => {
  const term = { ...offPeak, billing_day: 1 };
  const state = opened("2026-06-16", { on: "2026-06-01", term });
  expect(moveStart(state, "2026-06-21", "2026-06-02").lines.map(due)).toEqual([
    "unused_days_credit 2026-06-02 -2950",
    "period 2026-06-02 1967",
  ]);
});

test("C18 an expired term is renewed from its old end or from today, by the plan's policy", () => {
  expect(renewFrom("old_end", "2026-05-31", "2026-06-20")).toBe("2026-06-01");
  expect(renewFrom("today", "2026-05-31", "2026-06-20")).toBe("2026-06-20");
  expect(renewFrom("today", "2026-06-30", "2026-06-20")).toBe("2026-07-01");
});

test("C21 the joining fee and the free first period are charged and given once", () => {
  const { state, lines } = openMembership(sale("2026-01-31", { joining_fee_minor: 2000, first_period: "free" }));
  expect(lines.map(due)).toEqual(["period 2026-01-31 0", "joining_fee 2026-01-31 2000"]);
  expect(billThrough(state, "2026-03-31").lines.map(due)).toEqual(["period 2026-02-28 5900", "period 2026-03-31 5900"]);
});

test("C22 a sale is prorated by its facts alone, wherever it is made", () => {
  const term = { ...anytime, billing_day: 15 };
  expect(openMembership(sale("2026-02-10", { term })).lines.map(brief)).toEqual(["2026-02-10/2026-02-14 1274"]);
});

test("C11 a discount is used up by its periods and never takes more than the price", () => {
  const large = { ...discount, id: "d2", label: "Voucher", value: { amount_minor: 9000 }, periods: 1 };
  const { state, lines } = openMembership(sale("2026-01-31", { discounts: [discount, large] }));
  expect(lines[0]).toMatchObject({ list_minor: 5900, discount_minor: 5900, amount_minor: 0 });
  expect(lines[0]?.discounts).toEqual([
    { id: "d1", label: "Student", amount_minor: 590 },
    { id: "d2", label: "Voucher", amount_minor: 5310 },
  ]);
  expect(billed(state, "2026-03-31")).toEqual(["2026-02-28/2026-03-30 5310", "2026-03-31/2026-04-29 5900"]);
});

test("C11 a discount until a day counts for the periods that begin by then", () => {
  const until = { ...discount, periods: null, until_on: "2026-02-28" };
  expect(billed(opened("2026-01-31", { discounts: [until] }), "2026-03-31")).toEqual([
    "2026-02-28/2026-03-30 5310",
    "2026-03-31/2026-04-29 5900",
  ]);
});

test("C17 of a prepaid sale, a discount takes the periods that it still has", () => {
  const { state, lines } = openMembership(sale("2026-01-31", { prepaid_periods: 12, discounts: [discount] }));
  // 10 % of two of the twelve months
  expect(lines.map(brief)).toEqual(["2026-01-31/2027-01-30 69620"]);
  expect(state.discounts[0]?.used_periods).toBe(2);
});

test("X3 a membership from another system is billed from its next bill on", () => {
  const { joining_fee_minor: _, first_period: __, prepaid_periods: ___, on: ____, ...conditions } = sale("2020-05-31");
  const facts = { ...conditions, anchor_day: 31, charged_minor: 5900 };
  const state = adoptMembership({ ...facts, next_on: "2026-03-31" });
  expect([state.billed.from_on, state.next_bill_on]).toEqual(["2026-02-28", "2026-03-31"]);
  expect(billed(state, "2026-04-30")).toEqual(["2026-03-31/2026-04-29 5900", "2026-04-30/2026-05-30 5900"]);
  const fixed = adoptMembership({ ...facts, kind: "fixed_term", next_on: "2026-06-01" });
  expect([fixed.ends_on, fixed.next_bill_on]).toEqual(["2026-05-31", null]);
});

test("C12 the time line names each day that changes something, up to its horizon", () => {
  const june = reached(opened("2026-05-01"), "2026-06-01");
  const fee = { mode: "none" } as const;
  const frozen = freezeMembership(june, { from_on: "2026-06-20", to_on: "2026-06-29", fee }, "2026-06-02").state;
  const changed = changePlan(frozen, { ...anytime, when: "period_end", on: "2026-06-02" }).state;
  const request = { at: { day: "2026-09-01" }, on: "2026-06-02", overrides_min_term: false, credit_unused: false };
  const { lines, changes } = scheduleOf(cancelMembership(changed, request).state, "2026-12-31");
  expect(changes.map(({ on, what }) => `${on} ${what}`)).toEqual([
    "2026-06-20 freeze_begins",
    "2026-06-30 freeze_ends",
    "2026-07-11 term",
    "2026-09-01 cancelled",
  ]);
  expect(lines.map(brief)).toEqual(["2026-07-11/2026-08-10 7900", "2026-08-11/2026-08-31 5352"]);
});
