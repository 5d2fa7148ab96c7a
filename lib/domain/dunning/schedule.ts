import { Temporal } from "temporal-polyfill";
import { addDays, type CalendarDay, dayAt, utcMidnight } from "@/lib/values/calendar-day";
import { timeOfDayMs } from "@/lib/values/day-number";
import type { Policies } from "@/lib/values/policies";
import { withinMessageHours } from "@/lib/values/quiet-hours";
import { instantOfWall } from "@/lib/values/zone-offset";

/** Where and by which rules an invoice is tried. */
export type Place = { time_zone: string; policies: Policies };

/** K22: now where the hours of tries allow it, else their next start. */
export const withinTryHours = (instant: Temporal.Instant, { time_zone, policies }: Place): Temporal.Instant =>
  withinMessageHours(instant, time_zone, {
    message_hours_from: policies.dunning_hours_from,
    message_hours_to: policies.dunning_hours_to,
  });

/** The try of a local day. An hour that a DST change skips is one hour later; of a repeated hour it is the first. */
export function tryOn(day: CalendarDay, place: Place): Temporal.Instant {
  const { time_zone, policies } = place;
  const wall_ms = utcMidnight(day) + timeOfDayMs(policies.dunning_try_time);
  return withinTryHours(Temporal.Instant.fromEpochMilliseconds(instantOfWall(time_zone, wall_ms)), place);
}

/** The next time of day at which cards are tried. */
export function nextTryTime(now: Temporal.Instant, place: Place): Temporal.Instant {
  const today = dayAt(now.toString(), place.time_zone);
  const first = tryOn(today, place);
  return Temporal.Instant.compare(first, now) > 0 ? first : tryOn(addDays(today, 1), place);
}

/** The number of tries of the schedule, the first one included. */
export const triesOf = ({ dunning_days }: Policies): number => dunning_days.length + 1;

/**
 * K3: the next try of the schedule, after `tries` of them failed. Null: there is none left. A day that went by, such as during a
 * pause, is made up for by one try at the next time.
 */
export function nextScheduled(
  { first_failed_on, tries }: { first_failed_on: CalendarDay; tries: number },
  now: Temporal.Instant,
  place: Place,
): Temporal.Instant | null {
  const days = place.policies.dunning_days.toSorted((a, b) => a - b);
  const after = days[Math.max(0, tries - 1)];
  if (after === undefined) return null;
  const planned = tryOn(addDays(first_failed_on, after), place);
  return Temporal.Instant.compare(planned, now) > 0 ? planned : nextTryTime(now, place);
}
