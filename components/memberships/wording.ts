import { ordinal, plainDay, weekdayName } from "@/lib/client/plain-day";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { addDays } from "@/lib/values/calendar-day";
import { lastDay } from "@/lib/values/membership-rules/term";
import type { Interval } from "@/lib/values/membership-term";
import { formatMoney } from "@/lib/values/money";
import type { Membership } from "./membership";
import { lengthWords, type Reader } from "./plans/wording";

/** "then every month on the 8th" */
export function rhythmWords(interval: Interval, bill_on: CalendarDay, locale: string): string {
  const { interval_unit: unit, interval_count: count } = interval;
  const every = `every ${count === 1 ? unit : lengthWords(interval)}`;
  if (unit === "month") return `${every} on the ${ordinal(Number(bill_on.slice(8)))}`;
  return unit === "week" ? `${every} on ${weekdayName(bill_on, locale)}` : every;
}

/** What comes next for a membership, as one sentence. */
export function nextWords(membership: Membership, { locale, today }: Reader): string {
  const { status, starts_on, cancelled_on, next_bill_on, freeze } = membership;
  const day = (date: CalendarDay) => plainDay(date, today, locale);
  const last = lastDay(membership);
  if (status === "cancelled") return `Cancelled on ${day(cancelled_on ?? today)}`;
  if (status === "expired") return `Ended on ${day(last ?? today)}`;
  if (status === "pending") return `Starts on ${day(starts_on)}`;
  if (status === "frozen")
    return freeze?.to_on ? `Frozen, back on ${day(addDays(freeze.to_on, 1))}` : "Frozen until further notice";
  if (cancelled_on && last) return `Cancelled, may come in until ${day(last)}`;
  if (next_bill_on) {
    return `Next bill ${formatMoney(membership.price_minor, membership.currency, locale)} on ${day(next_bill_on)}, then ${rhythmWords(membership, next_bill_on, locale)}`;
  }
  return last ? `May come in until ${day(last)}` : "Runs on";
}
