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

/** The days of billing. `billing_day` is a fixed day of the month; null: the day of the start. */
export type BillingCycle = Interval & { billing_day: number | null };

export const isMonthly = ({ interval_unit }: Interval): boolean =>
  interval_unit === "month" || interval_unit === "year";

/** A period from `from_on` on. `days` is below `whole_days` where it only leads to a fixed billing day (C5). */
export type PeriodLength = { next_on: CalendarDay; days: number; whole_days: number };

/** `from_on` is a day of the anchor, or any day where the cycle has a fixed billing day. */
export function periodLength(cycle: BillingCycle, from_on: CalendarDay, anchor_day: number, count = 1): PeriodLength {
  const { billing_day } = cycle;
  if (billing_day !== null && isMonthly(cycle) && !fallsOn(from_on, billing_day)) {
    const this_month = addMonthsAnchored(billing_day, from_on, 0);
    const next_on = this_month > from_on ? this_month : addMonthsAnchored(billing_day, from_on, 1);
    const whole_from = addMonthsAnchored(billing_day, next_on, -monthsIn(cycle));
    return { next_on, days: daysBetween(from_on, next_on), whole_days: daysBetween(whole_from, next_on) };
  }
  const next_on = periodStart(from_on, billing_day ?? anchor_day, cycle, count);
  const days = daysBetween(from_on, next_on);
  return { next_on, days, whole_days: days };
}

/** Whether the day is the anchor day of its month, or the last day of a shorter month (C1). */
export const fallsOn = (day: CalendarDay, anchor_day: number): boolean => addMonthsAnchored(anchor_day, day, 0) === day;

/** The anchor day of a cycle that begins on `day`. */
export const anchorOf = (day: CalendarDay): number => dayOfMonth(day);
