import { expect, test } from "vitest";
import { type PriceFacts, type PriceRule, priceOf } from "@/lib/domain/memberships/pricing/price-rules";

const facts: PriceFacts = {
  day: "2026-06-15",
  time: "10:30",
  age: 30,
  location_id: "here",
  sold: 49,
  demand_percent: 40,
};
const plan = { price_minor: 5900 };
const off = (condition: PriceRule["condition"]): PriceRule[] => [
  { reason: "Offer", condition, effect: { change_minor: -1000 } },
];
const applies = (condition: PriceRule["condition"], change: Partial<PriceFacts> = {}) =>
  priceOf(plan, off(condition), { ...facts, ...change }).reasons.length === 1;

test("without rules the price is that of the plan, and has no reason", () => {
  expect(priceOf(plan, [], facts)).toEqual({ price_minor: 5900, reasons: [] });
});

test("rules apply in order, each to the price before it, and give their reasons", () => {
  const rules: PriceRule[] = [
    { reason: "Founders", condition: { first_sales: 50 }, effect: { price_minor: 3999 } },
    { reason: "Another location", condition: { location_ids: ["there"] }, effect: { price_minor: 1 } },
    { reason: "10% less on Mondays", condition: { weekdays: [1] }, effect: { change_bp: -1000 } },
    {
      reason: "2.00 more in June",
      condition: { from_on: "2026-06-01", to_on: "2026-06-30" },
      effect: { change_minor: 200 },
    },
  ];
  // 39.99 less 10 % is 35.991, rounded to 35.99.
  expect(priceOf(plan, rules, facts)).toEqual({
    price_minor: 3799,
    reasons: ["Founders", "10% less on Mondays", "2.00 more in June"],
  });
});

test("a price never falls below 0, and a later rule begins at 0", () => {
  const rules: PriceRule[] = [
    { reason: "Gift", condition: { weekdays: [1] }, effect: { change_minor: -9000 } },
    { reason: "Key", condition: { weekdays: [1] }, effect: { change_minor: 500 } },
  ];
  expect(priceOf(plan, rules, facts).price_minor).toBe(500);
  expect(priceOf(plan, rules.slice(0, 1), facts).price_minor).toBe(0);
});

test("both days of a date window count", () => {
  const window = { from_on: "2026-06-15", to_on: "2026-06-15" };
  expect(applies(window)).toBe(true);
  expect(applies(window, { day: "2026-06-14" })).toBe(false);
  expect(applies(window, { day: "2026-06-16" })).toBe(false);
});

test("the end of a time window is excluded, and a window may cross midnight", () => {
  const morning = { from_time: "09:00", to_time: "10:30" };
  expect([applies(morning, { time: "09:00" }), applies(morning)]).toEqual([true, false]);
  const night = { from_time: "22:00", to_time: "02:00" };
  expect(["21:59", "22:00", "01:59", "02:00"].map((time) => applies(night, { time }))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("both ages count, and an unknown age meets no bound", () => {
  const young = { min_age: 16, max_age: 25 };
  expect([15, 16, 25, 26, null].map((age) => applies(young, { age }))).toEqual([false, true, true, false, false]);
});

test("the first n sales are those with fewer than n before them", () => {
  expect([0, 49, 50].map((sold) => applies({ first_sales: 50 }, { sold }))).toEqual([true, true, false]);
});

test("demand is within its bounds, and an unknown demand meets none", () => {
  const quiet = { max_demand_percent: 40 };
  expect([40, 41, null].map((demand_percent) => applies(quiet, { demand_percent }))).toEqual([true, false, false]);
  expect(applies({ min_demand_percent: 41 })).toBe(false);
});

test("all conditions of a rule must hold", () => {
  expect(applies({ weekdays: [1], max_age: 30 })).toBe(true);
  expect(applies({ weekdays: [1], max_age: 29 })).toBe(false);
});

test("a percentage rounds half up, also of yen and of the largest price", () => {
  const half: PriceRule[] = [{ reason: "Half", condition: { weekdays: [1] }, effect: { change_bp: -5000 } }];
  expect(priceOf({ price_minor: 4901 }, half, facts).price_minor).toBe(2451);
  const double: PriceRule[] = [{ reason: "Peak", condition: { weekdays: [1] }, effect: { change_bp: 10_000 } }];
  expect(priceOf({ price_minor: 100_000_000_000 }, double, facts).price_minor).toBe(100_000_000_000);
});
