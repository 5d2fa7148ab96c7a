import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Line, LineFacts } from "./line";

/** The caller decides on currency, locale and wording of days. */
export type Formatters = {
  money: (minor: number) => string;
  day: (day: CalendarDay) => string;
  days: (from_on: CalendarDay, to_on: CalendarDay) => string;
};

type Sentence = {
  /** How the list price comes about; null where it is the amount itself. */
  product: string | null;
  because: string;
};

const times = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? "" : "s"}`;

function sentenceOf(facts: LineFacts, { money, day }: Formatters): Sentence {
  const partOf = (part: { full_minor: number; days: number; whole_days: number }) =>
    `${money(part.full_minor)} × ${part.days} of ${times(part.whole_days, "day")}`;
  const unusedOf = (unused: { charged_minor: number; unused_days: number; days: number }) =>
    `${money(unused.charged_minor)} × ${unused.unused_days} of ${times(unused.days, "day")}`;
  const changed = (change: { from_plan: string; to_plan: string; changed_on: CalendarDay }) =>
    `because the plan changed from ${change.from_plan} to ${change.to_plan} on ${day(change.changed_on)}`;
  switch (facts.why) {
    case "period":
      return { product: null, because: `for period ${facts.number}` };
    case "first_period_free":
      return { product: null, because: "because the first period is free" };
    case "prepaid":
      return {
        product: `${facts.intervals} × ${money(facts.price_minor)}`,
        because: "because these periods are prepaid",
      };
    case "part_to_billing_day":
      return { product: partOf(facts), because: `because the bill falls on day ${facts.billing_day} of the month` };
    case "part_to_cancellation":
      return { product: partOf(facts), because: `because the membership is cancelled from ${day(facts.cancelled_on)}` };
    case "rest_of_period":
      return { product: partOf(facts), because: "because the cancellation was withdrawn" };
    case "joining":
      return { product: null, because: "for joining" };
    case "transfer":
      return { product: null, because: "for taking the membership over" };
    case "freeze_one_off":
      return { product: null, because: `for the freeze from ${day(facts.frozen_from_on)}` };
    case "freeze_interval":
      return { product: partOf(facts), because: `for the freeze from ${day(facts.frozen_from_on)}` };
    case "plan_change_unused":
      return { product: unusedOf(facts), because: changed(facts) };
    case "plan_change_rest":
      return { product: partOf(facts), because: changed(facts) };
    case "plan_change_new_period":
      return { product: facts.days === facts.whole_days ? null : partOf(facts), because: changed(facts) };
    case "cancelled_unused":
      return { product: unusedOf(facts), because: `because the membership ended before ${day(facts.cancelled_on)}` };
    case "retroactive_freeze":
      return {
        product: null,
        because: `because ${times(facts.frozen_days, "day")} of the freeze from ${day(facts.frozen_from_on)} had been paid`,
      };
    case "freeze_fee_returned":
      return {
        product: `${money(facts.charged_minor)} − ${money(facts.due_minor)}`,
        because: `because the freeze from ${day(facts.frozen_from_on)} lasted ${times(facts.frozen_days, "day")}`,
      };
    case "start_moved":
      return {
        product: null,
        because: `because the start moved from ${day(facts.from_starts_on)} to ${day(facts.to_starts_on)}`,
      };
  }
}

/** One sentence: how the amount comes about, for which days, and why. A credit shows its amount without a sign. */
export function explain(line: Line, formatters: Formatters): string {
  const { money, days } = formatters;
  const { product, because } = sentenceOf(line.facts, formatters);
  const list = money(Math.abs(line.list_minor));
  const less = line.discounts
    .filter(({ amount_minor }) => amount_minor > 0)
    .map(({ label, amount_minor }) => ` − ${money(amount_minor)} (${label})`)
    .join("");
  const sum = product === null ? (less === "" ? "" : ` = ${list}${less}`) : ` = ${product}${less}`;
  const when = line.from_on !== null && line.to_on !== null ? `, ${days(line.from_on, line.to_on)}` : "";
  return `${money(Math.abs(line.amount_minor))}${sum}${when}, ${because}.`;
}
