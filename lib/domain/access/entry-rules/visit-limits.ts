import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import type { Freeze } from "@/lib/values/membership-rules/freeze";
import type { EntryLimit, EntryMembership } from "./facts";

/** A limit without a visit left. `allowed` is its number in this period. */
export type ReachedLimit = EntryLimit & { allowed: number };

/** I9: a day that has a visit is used, so another visit of that day needs no further one. */
export const reachedLimit = ({ limits, freezes }: Pick<EntryMembership, "limits" | "freezes">): ReachedLimit | null => {
  for (const limit of limits) {
    const allowed = allowedIn(limit, freezes);
    if (limit.used >= allowed && !(limit.of === "days" && limit.used_today)) return { ...limit, allowed };
  }
  return null;
};

/**
 * E12: a freeze raises no limit. In the week or month in which one ends, the limit is that of the days without a freeze, rounded up. A
 * term grows by its freezes, so its limit stays.
 */
const allowedIn = ({ count, per, from_on, to_on }: EntryLimit, freezes: readonly Freeze[]): number => {
  if (per === "day" || per === "term") return count;
  const ends_here = freezes.some((freeze) => freeze.to_on !== null && freeze.to_on >= from_on && freeze.to_on <= to_on);
  if (!ends_here) return count;
  const days = daysBetween(from_on, addDays(to_on, 1));
  const frozen = freezes.reduce((sum, freeze) => sum + daysWithin(freeze, from_on, to_on), 0);
  return Math.ceil((count * (days - frozen)) / days);
};

const daysWithin = (freeze: Freeze, from_on: CalendarDay, to_on: CalendarDay): number => {
  const first = freeze.from_on > from_on ? freeze.from_on : from_on;
  const last = freeze.to_on !== null && freeze.to_on < to_on ? freeze.to_on : to_on;
  return Math.max(0, daysBetween(first, addDays(last, 1)));
};
