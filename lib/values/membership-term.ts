import { addDays, addMonthsAnchored, type CalendarDay, daysBetween } from "./calendar-day";
import type { IntervalUnit, PlanKind } from "./statuses";

export type Interval = { interval_unit: IntervalUnit; interval_count: number };

export type MembershipPeriods = {
  /** C1: stored, because a date that was clamped to 28 Feb does not show that its anchor is the 31st. */
  anchor_day: number;
  /** The last day of access; null without an end. */
  ends_on: CalendarDay | null;
  next_bill_on: CalendarDay | null;
};

const dayOfMonth = (day: CalendarDay): number => Number(day.slice(8));

const lengthInDays = ({ interval_unit, interval_count }: Interval): number | null =>
  interval_unit === "day" ? interval_count : interval_unit === "week" ? 7 * interval_count : null;

const monthsIn = ({ interval_unit, interval_count }: Interval): number =>
  interval_unit === "year" ? 12 * interval_count : interval_count;

/** The first day of the n-th period after `start`, always computed from the start and the anchor (C2). */
export function periodStart(start: CalendarDay, anchor_day: number, interval: Interval, n: number): CalendarDay {
  const days = lengthInDays(interval);
  if (days !== null) return addDays(start, n * days);
  return addMonthsAnchored(anchor_day, start, n * monthsIn(interval));
}

/** C19: end and next bill derive from the start. */
export function periodsOf(kind: PlanKind, interval: Interval, starts_on: CalendarDay): MembershipPeriods {
  const anchor_day = dayOfMonth(starts_on);
  const second = periodStart(starts_on, anchor_day, interval, 1);
  return kind === "recurring"
    ? { anchor_day, ends_on: null, next_bill_on: second }
    : { anchor_day, ends_on: addDays(second, -1), next_bill_on: null };
}

/** The first billing day at or after `day`, computed from a known one. */
export function billDayFrom(
  known_bill_on: CalendarDay,
  anchor_day: number,
  interval: Interval,
  day: CalendarDay,
): CalendarDay {
  if (known_bill_on >= day) return known_bill_on;
  const days = lengthInDays(interval);
  if (days !== null) return addDays(known_bill_on, Math.ceil(daysBetween(known_bill_on, day) / days) * days);
  // A month has at most 31 days, so fewer periods cannot reach the day.
  const longest = 31 * monthsIn(interval);
  let n = Math.max(1, Math.floor(daysBetween(known_bill_on, day) / longest));
  while (periodStart(known_bill_on, anchor_day, interval, n) < day) n++;
  return periodStart(known_bill_on, anchor_day, interval, n);
}

/** @public The first days of all periods that start before `until`. */
export function periodStartsBefore(starts_on: CalendarDay, interval: Interval, until: CalendarDay): CalendarDay[] {
  const starts: CalendarDay[] = [];
  for (let n = 0; ; n++) {
    const start = periodStart(starts_on, dayOfMonth(starts_on), interval, n);
    if (start >= until) return starts;
    starts.push(start);
  }
}
