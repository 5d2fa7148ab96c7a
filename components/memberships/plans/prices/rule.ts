import { formatClock } from "@/lib/client/format";
import { formatFullDate } from "@/lib/client/format-short-date";
import { formatMoney } from "@/lib/values/money";
import type { PriceRuleCondition, PriceRuleEffect } from "@/lib/values/price-rules";

export type Rule = { reason: string; condition: PriceRuleCondition; effect: PriceRuleEffect };

export type RuleReader = {
  locale: string;
  currency: string;
  today: string;
  locations: readonly { id: string; name: string }[];
};

export const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

/** "Who joins from 1 December 2026 to 31 January 2027, younger than 26" */
export function conditionWords(condition: PriceRuleCondition, { locale, locations }: RuleReader): string {
  const { from_on, to_on, weekdays, from_time, to_time, min_age, max_age, location_ids, first_sales } = condition;
  const { min_demand_percent, max_demand_percent } = condition;
  const day = (on: string) => formatFullDate(on, locale);
  const clock = (time: string) => formatClock(time, locale);
  const parts = [
    first_sales && `among the first ${first_sales}`,
    from_on && to_on
      ? `from ${day(from_on)} to ${day(to_on)}`
      : from_on
        ? `from ${day(from_on)} on`
        : to_on && `until ${day(to_on)}`,
    weekdays && `on ${listed(weekdays.map((number) => dayNames[number - 1] ?? ""))}`,
    from_time && to_time
      ? `between ${clock(from_time)} and ${clock(to_time)}`
      : from_time
        ? `from ${clock(from_time)} on`
        : to_time && `before ${clock(to_time)}`,
    min_age !== undefined && max_age !== undefined
      ? `aged ${min_age} to ${max_age}`
      : min_age !== undefined
        ? `aged ${min_age} or more`
        : max_age !== undefined && `aged ${max_age} or less`,
    location_ids &&
      `at ${listed(location_ids.map((id) => locations.find((one) => one.id === id)?.name ?? "another location"))}`,
    min_demand_percent !== undefined && max_demand_percent !== undefined
      ? `while ${min_demand_percent} % to ${max_demand_percent} % of the places are used`
      : min_demand_percent !== undefined
        ? `while ${min_demand_percent} % of the places or more are used`
        : max_demand_percent !== undefined && `while ${max_demand_percent} % of the places or less are used`,
  ].filter((part): part is string => Boolean(part));
  return parts.length > 0 ? `Who joins ${parts.join(", ")}` : "Everyone";
}

/** "pays 10 % less" */
export function effectWords(effect: PriceRuleEffect, { locale, currency }: RuleReader): string {
  const money = (minor: number) => formatMoney(Math.abs(minor), currency, locale);
  if ("price_minor" in effect) return effect.price_minor === 0 ? "pays nothing" : `pays ${money(effect.price_minor)}`;
  const isLess = ("change_minor" in effect ? effect.change_minor : effect.change_bp) < 0;
  const size =
    "change_minor" in effect
      ? money(effect.change_minor)
      : `${(Math.abs(effect.change_bp) / 100).toLocaleString(locale, { maximumFractionDigits: 2 })} %`;
  return `pays ${size} ${isLess ? "less" : "more"}`;
}
