import fc from "fast-check";
import type { BillingState, DiscountFacts, FreezeFee, Sale } from "@/lib/domain/billing/engine";
import { addDays } from "@/lib/values/calendar-day";
import { sale } from "./sales";

/** Objects as a parser of JSON makes them. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>;

/** 10,000 cases in each run of a property. */
export const CASES = { numRuns: 10_000 };

/** They take a few seconds on an idle machine, and more on a busy one. */
export const LIMIT_MS = 120_000;

/** 2023 to 2029, with one start in four on a day that not every month or year has. */
export const day = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 2500 }).map((n) => addDays("2023-01-01", n)) },
  { weight: 1, arbitrary: fc.constantFrom("2024-02-29", "2028-02-29", "2026-01-31", "2027-08-31", "2025-12-30") },
);

/** Amounts of yen, cents and thousandths of a dinar. */
export const amount = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 10 ** 11 }));

const shortCycle = record({
  interval_unit: fc.constantFrom("day" as const, "week" as const),
  interval_count: fc.integer({ min: 4, max: 10 }),
  billing_day: fc.constant(null),
});

const monthlyCycle = record({
  interval_unit: fc.constantFrom("month" as const, "month" as const, "year" as const),
  interval_count: fc.constantFrom(1, 1, 1, 2, 3, 6, 12),
  billing_day: fc.option(fc.integer({ min: 1, max: 31 })),
});

export const cycle = fc.oneof({ weight: 1, arbitrary: shortCycle }, { weight: 3, arbitrary: monthlyCycle });

export const plan = fc
  .tuple(cycle, amount, fc.constantFrom("A", "B", "C"))
  .map(([every, price_minor, name]) => ({ ...every, price_minor, plan_id: name, plan_name: name }));

const discount: fc.Arbitrary<DiscountFacts> = record({
  id: fc.uuid(),
  label: fc.constant("Off"),
  value: fc.oneof(
    record({ percent_bp: fc.integer({ min: 0, max: 10_000 }) }),
    record({ amount_minor: fc.integer({ min: 0, max: 9000 }) }),
  ),
  periods: fc.option(fc.integer({ min: 1, max: 3 })),
  used_periods: fc.constant(0),
  from_on: fc.constant("2023-01-01"),
  until_on: fc.constant(null),
  applies_to: fc.constantFrom("period", "both", "joining_fee"),
});

export const recurringSale: fc.Arbitrary<Sale> = record({
  starts_on: day,
  term: plan,
  joining_fee_minor: amount,
  discounts: fc.array(discount, { maxLength: 2 }),
  first_period: fc.constantFrom("full" as const, "full" as const, "free" as const),
  notice_days: fc.constantFrom(0, 0, 14, 30),
  min_term_months: fc.constantFrom(null, null, 3),
}).map(({ starts_on, ...other }) => sale(starts_on, other));

export const fee: fc.Arbitrary<FreezeFee> = fc.oneof(
  fc.constant({ mode: "none" as const }),
  fc.constant({ mode: "full" as const }),
  amount.map((amount_minor) => ({ mode: "one_off" as const, amount_minor })),
  amount.map((amount_minor) => ({ mode: "reduced" as const, amount_minor })),
);

/** As it comes back from a row, and so that a function which changes it throws. */
export const stored = (state: BillingState): BillingState => deeplyFrozen(JSON.parse(JSON.stringify(state)));

function deeplyFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deeplyFrozen);
  return value;
}
