import type { BillingState, FreezeFacts } from "@/lib/values/billing-state";
import { addDays, addMonthsAnchored, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { anchorOf } from "@/lib/values/membership-term";
import { refuse } from "./refusal";

export type FreezeLimits = {
  min_days: number;
  max_days: number;
  max_days_per_year: number;
  notice_days: number;
  open_ended: boolean;
};

type Closed = { from_on: CalendarDay; to_on: CalendarDay };

const yearBefore = (day: CalendarDay): CalendarDay => addDays(addMonthsAnchored(anchorOf(day), day, -12), 1);
const yearAfter = (day: CalendarDay): CalendarDay => addDays(addMonthsAnchored(anchorOf(day), day, 12), -1);

const daysIn = (freezes: readonly Closed[], first: CalendarDay, last: CalendarDay): number =>
  freezes.reduce((sum, { from_on, to_on }) => {
    const [from, to] = [from_on > first ? from_on : first, to_on < last ? to_on : last];
    return from > to ? sum : sum + daysBetween(from, to) + 1;
  }, 0);

/** The most frozen days of a year. Such a year begins with a freeze or ends with one. */
function mostInYear(freezes: readonly Closed[]): number {
  const years = freezes.flatMap(({ from_on, to_on }) => [
    daysIn(freezes, from_on, yearAfter(from_on)),
    daysIn(freezes, yearBefore(to_on), to_on),
  ]);
  return Math.max(0, ...years);
}

/** E5: the limits of a plan. Staff with a permission skip them, so the engine's actions do not check them. */
export function checkFreezeLimits(
  state: BillingState,
  freeze: FreezeFacts,
  on: CalendarDay,
  limits: FreezeLimits,
): void {
  const { from_on, to_on } = freeze;
  if (daysBetween(on, from_on) < limits.notice_days) refuse("freeze_needs_notice");
  if (to_on === null) {
    if (!limits.open_ended) refuse("freeze_needs_end");
    return;
  }
  const days = daysBetween(from_on, to_on) + 1;
  if (days < limits.min_days) refuse("below_min_freeze");
  if (days > limits.max_days) refuse("above_max_freeze");
  const closed = state.freezes.flatMap(({ from_on, to_on }) => (to_on === null ? [] : [{ from_on, to_on }]));
  if (mostInYear([...closed, { from_on, to_on }]) > limits.max_days_per_year) refuse("above_yearly_freeze");
}
