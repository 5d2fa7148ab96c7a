import { Temporal } from "temporal-polyfill";
import { addDays, type CalendarDay, dayAt } from "@/lib/values/calendar-day";

export type Timing = {
  is_on: boolean;
  local_time: string;
  /** 1 is Monday; null: every day. */
  weekday: number | null;
  /** Days before it are not made up for: since when the schedule is on, or on this weekday. */
  effective_at: string | null;
};

export type Place = { time_zone: string; created_at: string };

/** A day that was missed longer ago than this stays missed: by then nobody is helped by its messages. */
const daysMadeUpFor = 7;

/**
 * The days whose hour has struck at the place and that have not been run, the oldest first. `last_on` is the latest day that
 * was run by the clock: a day is never run before one that came earlier, so it alone tells what is left, also after the
 * place has moved to another zone or the schedule to another hour.
 */
export function dueRuns(
  timing: Timing,
  place: Place,
  last_on: CalendarDay | null,
  now: Temporal.Instant,
): CalendarDay[] {
  if (!timing.is_on) return [];
  const today = dayAt(now.toString(), place.time_zone);
  const days: CalendarDay[] = [];
  for (let day = firstDay(timing, place, last_on, today); day <= today; day = addDays(day, 1)) {
    if (isDayOf(timing, day) && Temporal.Instant.compare(instantOf(timing, place, day), now) <= 0) days.push(day);
  }
  return days;
}

/** The first run that is still to come, or that waits for the next tick; null while the schedule is off. */
export function nextRun(
  timing: Timing,
  place: Place,
  last_on: CalendarDay | null,
  now: Temporal.Instant,
): { on: CalendarDay; at: string } | null {
  if (!timing.is_on) return null;
  const [due] = dueRuns(timing, place, last_on, now);
  const today = dayAt(now.toString(), place.time_zone);
  let day = due ?? (last_on !== null && last_on >= today ? addDays(last_on, 1) : today);
  while (!due && !(isDayOf(timing, day) && Temporal.Instant.compare(instantOf(timing, place, day), now) > 0)) {
    day = addDays(day, 1);
  }
  return { on: day, at: instantOf(timing, place, day).toString() };
}

/** B3: an hour that the clocks skip comes later by the gap; of one that they repeat, the first counts. */
const instantOf = (
  { local_time }: Pick<Timing, "local_time">,
  { time_zone }: Pick<Place, "time_zone">,
  day: CalendarDay,
): Temporal.Instant =>
  Temporal.PlainDate.from(day)
    .toPlainDateTime(Temporal.PlainTime.from(local_time))
    .toZonedDateTime(time_zone, { disambiguation: "compatible" })
    .toInstant();

/**
 * A place that opened, and a schedule that was switched on, begin that day. A schedule that never ran although its first day was
 * longer ago than downtime is made up for is new: it begins today. The first day of a weekly one may be a week after the opening.
 */
function firstDay(timing: Timing, place: Place, last_on: CalendarDay | null, today: CalendarDay): CalendarDay {
  const oldest = addDays(today, -daysMadeUpFor);
  const opened = dayAt(place.created_at, place.time_zone);
  const effective = timing.effective_at === null ? opened : dayAt(timing.effective_at, place.time_zone);
  const since = latest(opened, effective);
  if (last_on === null) return firstDayOf(timing, since) < oldest ? today : since;
  return latest(oldest, since, addDays(last_on, 1));
}

const isDayOf = ({ weekday }: Timing, day: CalendarDay): boolean =>
  weekday === null || Temporal.PlainDate.from(day).dayOfWeek === weekday;

function firstDayOf(timing: Timing, since: CalendarDay): CalendarDay {
  let day = since;
  while (!isDayOf(timing, day)) day = addDays(day, 1);
  return day;
}

const latest = (...days: CalendarDay[]): CalendarDay => days.sort().at(-1) as CalendarDay;
