import { type CalendarDay, weekdayOf } from "@/lib/values/calendar-day";
import { roundHalfUp } from "@/lib/values/money";
import type { PriceRuleCondition, PriceRuleEffect } from "@/lib/values/price-rules";

export type PriceRule = { reason: string; condition: PriceRuleCondition; effect: PriceRuleEffect };

/** What is known at the sale. Days and times are those of the location. */
export type PriceFacts = {
  day: CalendarDay;
  /** "HH:MM" */
  time: string;
  /** null: the birth date is not known. */
  age: number | null;
  location_id: string;
  /** How many memberships of the plan were sold before. */
  sold: number;
  /** null: the location has no capacity or no opening hours. */
  demand_percent: number | null;
};

type Price = { price_minor: number; reasons: string[] };

const largest = 100_000_000_000;

/** Without a bound everything is within; with one, an unknown value is not. */
const isWithin = <T extends string | number>(value: T | null, min: T | undefined, max: T | undefined): boolean =>
  (min === undefined && max === undefined) ||
  (value !== null && (min === undefined || value >= min) && (max === undefined || value <= max));

/** The end is excluded. A window whose end is not after its start crosses midnight. */
function isWithinHours(time: string, { from_time, to_time }: PriceRuleCondition): boolean {
  const begins = from_time ?? "00:00";
  const ends = to_time ?? "24:00";
  return begins < ends ? begins <= time && time < ends : begins <= time || time < ends;
}

function holds(condition: PriceRuleCondition, facts: PriceFacts): boolean {
  const { weekdays, location_ids, first_sales } = condition;
  return (
    isWithin(facts.day, condition.from_on, condition.to_on) &&
    (weekdays === undefined || weekdays.includes(weekdayOf(facts.day))) &&
    isWithinHours(facts.time, condition) &&
    isWithin(facts.age, condition.min_age, condition.max_age) &&
    (location_ids === undefined || location_ids.includes(facts.location_id)) &&
    (first_sales === undefined || facts.sold < first_sales) &&
    isWithin(facts.demand_percent, condition.min_demand_percent, condition.max_demand_percent)
  );
}

function changed(price_minor: number, effect: PriceRuleEffect): number {
  if ("price_minor" in effect) return effect.price_minor;
  if ("change_minor" in effect) return price_minor + effect.change_minor;
  return Number(
    roundHalfUp({ numerator: BigInt(price_minor) * BigInt(10_000 + effect.change_bp), denominator: 10_000n }),
  );
}

/** @public The price of a sale: each rule that holds changes the price that the rules before it gave. It never falls below 0. */
export function priceOf(
  { price_minor }: { price_minor: number },
  rules: readonly PriceRule[],
  facts: PriceFacts,
): Price {
  return rules
    .filter(({ condition }) => holds(condition, facts))
    .reduce<Price>(
      (price, { effect, reason }) => ({
        price_minor: Math.min(largest, Math.max(0, changed(price.price_minor, effect))),
        reasons: [...price.reasons, reason],
      }),
      { price_minor, reasons: [] },
    );
}
