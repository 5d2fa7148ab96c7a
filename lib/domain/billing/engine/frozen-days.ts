import type { BilledPeriod, BookedFreeze } from "@/lib/values/billing-state";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";

/** E7: a freeze with the full fee moves nothing. */
const moving = (freezes: readonly BookedFreeze[]) => freezes.filter(({ fee }) => fee.mode !== "full");

const later = (a: CalendarDay, b: CalendarDay): CalendarDay => (a > b ? a : b);

/**
 * E2: the first day after a span, with the frozen days of each freeze that begins within it. `includes_next`: also of one that begins on
 * the first day after it, because it moves the bill of this day. Null while a freeze has no end.
 */
export function extended(
  from_on: CalendarDay,
  next_on: CalendarDay,
  freezes: readonly BookedFreeze[],
  includes_next = true,
): CalendarDay | null {
  let next = next_on;
  for (const freeze of moving(freezes)) {
    if (freeze.to_on !== null && freeze.to_on < from_on) continue;
    const first = later(freeze.from_on, from_on);
    if (first > next || (first === next && !includes_next)) break;
    if (freeze.to_on === null) return null;
    next = addDays(next, daysBetween(first, freeze.to_on) + 1);
  }
  return next;
}

/** Days without a freeze from `from_on` up to the day before `until_on`. */
export function paidDays(from_on: CalendarDay, until_on: CalendarDay, freezes: readonly BookedFreeze[]): number {
  let days = Math.max(0, daysBetween(from_on, until_on));
  for (const freeze of moving(freezes)) {
    const first = later(freeze.from_on, from_on);
    const after = freeze.to_on === null || freeze.to_on >= until_on ? until_on : addDays(freeze.to_on, 1);
    if (first < after) days -= daysBetween(first, after);
  }
  return days;
}

/** How many of the days of a billed period were used before `on`. */
export const usedDays = (billed: BilledPeriod, on: CalendarDay, freezes: readonly BookedFreeze[]): number =>
  Math.min(billed.days, paidDays(billed.from_on, on, freezes));

export const isFrozenOn = (freezes: readonly BookedFreeze[], day: CalendarDay): boolean =>
  freezes.some(({ from_on, to_on }) => from_on <= day && (to_on === null || day <= to_on));
