import { formatDayMonth, formatShortDate, ordinal, weekdayName } from "@/lib/client/format-short-date";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { type Interval, periodsOf } from "@/lib/values/membership-term";
import { formatMoney } from "@/lib/values/money";
import type { IntervalUnit, PlanKind } from "@/lib/values/statuses";

export type PricedPlan = Interval & {
  kind: PlanKind;
  price_minor: number;
  joining_fee_minor: number;
  currency: string;
  sessions_included: number | null;
};

/** The locale and the current day, for formatting. */
export type DateContext = { locale: string; today: CalendarDay };

export const kindNames: Record<PlanKind, string> = {
  recurring: "Ongoing",
  fixed_term: "Fixed term",
  session_pack: "Session pack",
  day_pass: "Day pass",
  trial: "Trial",
};

export const kindHints: Record<PlanKind, string> = {
  recurring: "Billed every period until cancelled",
  fixed_term: "Paid once, ends automatically",
  session_pack: "A number of visits, valid until a date",
  day_pass: "Unlimited check-ins on one day",
  trial: "A few days to try the gym",
};

export function intervalText({ interval_unit, interval_count }: Interval): string {
  return `${interval_count} ${interval_count === 1 ? interval_unit : `${interval_unit}s`}`;
}

const shortUnits: Record<IntervalUnit, string> = { day: "day", week: "wk", month: "mo", year: "yr" };

/** The unit after a price, such as "/ mo", "for 12 months" or "for 10 visits". */
export function priceUnit(plan: PricedPlan): string {
  if (plan.kind === "recurring") {
    return plan.interval_count === 1 ? `/ ${shortUnits[plan.interval_unit]}` : `every ${intervalText(plan)}`;
  }
  if (plan.kind === "day_pass") return "a day";
  if (plan.kind === "session_pack" && plan.sessions_included) return `for ${visits(plan.sessions_included)}`;
  return `for ${intervalText(plan)}`;
}

const visits = (count: number) => (count === 1 ? "1 visit" : `${count} visits`);

/** The charges for a sale on `day`, in one sentence. */
export function chargeSentence(plan: PricedPlan, day: CalendarDay, reader: DateContext): string {
  const money = (minor: number) => formatMoney(minor, plan.currency, reader.locale);
  const fee = plan.joining_fee_minor > 0 ? ` and ${money(plan.joining_fee_minor)} once on joining` : "";
  if (plan.kind === "recurring") return `Charges ${money(plan.price_minor)} ${billingText(plan, day, reader)}${fee}.`;
  const { ends_on } = periodsOf(plan.kind, plan, day);
  const price = plan.price_minor === 0 ? "Free" : `Charges ${money(plan.price_minor)} once`;
  if (ends_on === day) return `${price}${fee} for one day.`;
  const what = plan.sessions_included ? `for ${visits(plan.sessions_included)} ` : "";
  return `${price}${fee}, ${what}until ${formatShortDate(ends_on ?? day, reader.today, reader.locale)}.`;
}

function billingText(plan: PricedPlan, day: CalendarDay, { locale }: DateContext): string {
  const { interval_unit: unit, interval_count: count } = plan;
  const date = Number(day.slice(8));
  const short = date > 28 ? ", or on the last day of a shorter month" : "";
  if (unit === "day") return count === 1 ? "every day" : `every ${count} days`;
  if (unit === "week")
    return count === 1 ? `every ${weekdayName(day, locale)}` : `every ${count} weeks on ${weekdayName(day, locale)}`;
  if (unit === "year")
    return count === 1
      ? `every year on ${formatDayMonth(day, locale)}`
      : `every ${count} years on ${formatDayMonth(day, locale)}`;
  return count === 1
    ? `on the ${ordinal(date)} of every month${short}`
    : `every ${count} months on the ${ordinal(date)}${short}`;
}
