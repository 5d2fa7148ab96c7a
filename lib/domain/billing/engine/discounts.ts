import type { BilledPeriod, DiscountFacts } from "@/lib/values/billing-state";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { LineDiscount } from "./line";
import { part, share } from "./share";

type Reduced = { amount_minor: number; discount_minor: number; discounts: LineDiscount[] };

/** Each discount applies to what the earlier ones left, and never takes more. */
function reduced(
  list_minor: number,
  parts: readonly { facts: DiscountFacts; of: (left: number) => number }[],
): Reduced {
  let left = list_minor;
  const discounts: LineDiscount[] = [];
  for (const { facts, of } of parts) {
    const amount_minor = Math.min(left, Math.max(0, of(left)));
    left -= amount_minor;
    discounts.push({ id: facts.id, label: facts.label, amount_minor });
  }
  return { amount_minor: left, discount_minor: list_minor - left, discounts };
}

const isDated = ({ from_on, until_on }: DiscountFacts, day: CalendarDay): boolean =>
  from_on <= day && (until_on === null || day <= until_on);

/** How many of the intervals of a period a discount still covers. */
const intervalsLeft = ({ periods, used_periods }: DiscountFacts, intervals: number): number =>
  periods === null ? intervals : Math.max(0, Math.min(intervals, periods - used_periods));

const chargedIntervals = ({ intervals, is_free }: BilledPeriod): number => intervals - (is_free ? 1 : 0);

const offPeriod =
  ({ value }: DiscountFacts, period: BilledPeriod, covered: number) =>
  (left: number): number =>
    "percent_bp" in value
      ? share(left, covered * value.percent_bp, chargedIntervals(period) * 10_000)
      : part(value.amount_minor * covered, period);

/** The discounts that a period which begins will have. */
export function discountsFor(period: BilledPeriod, all: readonly DiscountFacts[]): BilledPeriod["discounted"] {
  return all
    .filter(
      (facts) =>
        facts.applies_to !== "joining_fee" &&
        (facts.plan_id ?? period.plan_id) === period.plan_id &&
        isDated(facts, period.from_on),
    )
    .map((facts) => ({ id: facts.id, intervals: intervalsLeft(facts, chargedIntervals(period)) }))
    .filter(({ intervals }) => intervals > 0);
}

/** Counts a period that begins. Another part of the same period counts no more. */
export const afterUse = (all: readonly DiscountFacts[], { discounted }: BilledPeriod): DiscountFacts[] =>
  all.map((facts) => {
    const use = discounted.find(({ id }) => id === facts.id);
    return use ? { ...facts, used_periods: facts.used_periods + use.intervals } : facts;
  });

/** The list price of a period, or of a part of it, less its discounts. */
export function discountPeriod(list_minor: number, period: BilledPeriod, all: readonly DiscountFacts[]): Reduced {
  // A discount that applies at several times has several facts of the same id and value.
  const parts = period.discounted.flatMap((use) => {
    const facts = all.find(({ id }) => id === use.id);
    return facts ? [{ facts, of: offPeriod(facts, period, use.intervals) }] : [];
  });
  return reduced(list_minor, parts);
}

export function discountJoiningFee(list_minor: number, on: CalendarDay, all: readonly DiscountFacts[]): Reduced {
  const given = all.filter((facts) => facts.applies_to !== "period" && isDated(facts, on));
  const off =
    ({ value }: DiscountFacts) =>
    (left: number) =>
      "percent_bp" in value ? share(left, value.percent_bp, 10_000) : value.amount_minor;
  return reduced(
    list_minor,
    given.map((facts) => ({ facts, of: off(facts) })),
  );
}
