import { invalid } from "@/lib/kernel/errors";
import type { PriceRule } from "./price-rules";

const isReversed = <T extends string | number>(first: T | undefined, last: T | undefined): boolean =>
  first !== undefined && last !== undefined && last < first;

/** Throws if a rule could never apply, or would always. */
export function checkRule({ condition }: PriceRule, index: number): void {
  const at = (name: string) => `rules.${index}.condition${name}`;
  if (Object.values(condition).every((value) => value === undefined)) {
    throw invalid(at(""), "Choose when the rule applies, or change the price of the plan");
  }
  if (isReversed(condition.from_on, condition.to_on)) {
    throw invalid(at(".to_on"), "Choose a last day on or after the first day");
  }
  if (isReversed(condition.min_age, condition.max_age)) {
    throw invalid(at(".max_age"), `Enter an age of ${condition.min_age} or more`);
  }
  if (isReversed(condition.min_demand_percent, condition.max_demand_percent)) {
    throw invalid(at(".max_demand_percent"), `Enter ${condition.min_demand_percent}% or more`);
  }
  if (condition.from_time !== undefined && condition.from_time === condition.to_time) {
    throw invalid(at(".to_time"), "Choose an end that differs from the start");
  }
}
