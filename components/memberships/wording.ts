import { formatShortDate, ordinal, weekdayName } from "@/lib/client/format-short-date";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { addDays } from "@/lib/values/calendar-day";
import { lastDay } from "@/lib/values/membership-rules/term";
import type { Interval } from "@/lib/values/membership-term";
import { formatMoney } from "@/lib/values/money";
import type { Membership } from "./membership";
import { type DateContext, intervalText } from "./plans/wording";

/** Such as "every month on the 8th". */
export function billingIntervalText(interval: Interval, bill_on: CalendarDay, locale: string): string {
  const { interval_unit: unit, interval_count: count } = interval;
  const every = `every ${count === 1 ? unit : intervalText(interval)}`;
  if (unit === "month") return `${every} on the ${ordinal(Number(bill_on.slice(8)))}`;
  return unit === "week" ? `${every} on ${weekdayName(bill_on, locale)}` : every;
}

/** The next event of a membership in words. */
export function nextEventText(membership: Membership, { locale, today }: DateContext): string {
  const { status, starts_on, cancelled_on, next_bill_on, freeze } = membership;
  const day = (date: CalendarDay) => formatShortDate(date, today, locale);
  const last = lastDay(membership);
  if (status === "cancelled") return `Cancelled on ${day(cancelled_on ?? today)}`;
  if (status === "expired") return `Ended on ${day(last ?? today)}`;
  if (status === "pending") return `Starts on ${day(starts_on)}`;
  if (status === "frozen")
    return freeze?.to_on ? `Frozen, resumes on ${day(addDays(freeze.to_on, 1))}` : "Frozen without an end date";
  if (cancelled_on && last) return `Cancelled, valid until ${day(last)}`;
  if (next_bill_on) {
    return `Next bill ${formatMoney(membership.price_minor, membership.currency, locale)} on ${day(next_bill_on)}, then ${billingIntervalText(membership, next_bill_on, locale)}`;
  }
  return last ? `Valid until ${day(last)}` : "No end date";
}

/** The changes that wait for their day, such as "Changes to Anytime on 1 Jul". */
export function comingText({ status, freeze, next_plan }: Membership, { locale, today }: DateContext): string[] {
  const day = (date: CalendarDay) => formatShortDate(date, today, locale);
  const frozen =
    freeze === null || status === "frozen"
      ? []
      : [
          freeze.to_on
            ? `Frozen ${day(freeze.from_on)} to ${day(freeze.to_on)}`
            : `Frozen from ${day(freeze.from_on)} on`,
        ];
  return [...(next_plan ? [`Changes to ${next_plan.plan_name} on ${day(next_plan.from_on)}`] : []), ...frozen];
}
