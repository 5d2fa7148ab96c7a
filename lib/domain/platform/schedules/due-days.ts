import { Temporal } from "temporal-polyfill";
import { addDays, type CalendarDay, dayAt, weekdayOf } from "@/lib/values/calendar-day";

export type Timing = {
  is_on: boolean;
  local_time: string;
  /** 1 is Monday; null: every day. */
  weekday: number | null;
  /** When the schedule, or its weekday, was last set. Earlier days are not made up for. */
  effective_at: string | null;
};

export type ScheduleLocation = { time_zone: string; created_at: string };

/** Older missed days are skipped, because their messages are out of date. */
const daysMadeUpFor = 7;

/**
 * The due days that have not run, oldest first. `last_on` is the latest day that ran automatically. Days run in order, so it is
 * sufficient, also after a change of time or time zone.
 */
export function dueRuns(
  timing: Timing,
  location: ScheduleLocation,
  last_on: CalendarDay | null,
  now: Temporal.Instant,
): CalendarDay[] {
  if (!timing.is_on) return [];
  const today = dayAt(now.toString(), location.time_zone);
  const days: CalendarDay[] = [];
  for (let day = firstDay(timing, location, last_on, today); day <= today; day = addDays(day, 1)) {
    if (isDayOf(timing, day) && Temporal.Instant.compare(instantOf(timing, location, day), now) <= 0) days.push(day);
  }
  return days;
}

/** The next run, including a due one; null while the schedule is off. */
export function nextRun(
  timing: Timing,
  location: ScheduleLocation,
  last_on: CalendarDay | null,
  now: Temporal.Instant,
): { on: CalendarDay; at: string } | null {
  if (!timing.is_on) return null;
  const [due] = dueRuns(timing, location, last_on, now);
  const today = dayAt(now.toString(), location.time_zone);
  let day = due ?? (last_on !== null && last_on >= today ? addDays(last_on, 1) : today);
  while (!due && !(isDayOf(timing, day) && Temporal.Instant.compare(instantOf(timing, location, day), now) > 0)) {
    day = addDays(day, 1);
  }
  return { on: day, at: instantOf(timing, location, day).toString() };
}

/** B3: a skipped local time moves forward by the gap; of a repeated one, the first counts. */
const instantOf = (
  { local_time }: Pick<Timing, "local_time">,
  { time_zone }: Pick<ScheduleLocation, "time_zone">,
  day: CalendarDay,
): Temporal.Instant =>
  Temporal.PlainDate.from(day)
    .toPlainDateTime(Temporal.PlainTime.from(local_time))
    .toZonedDateTime(time_zone, { disambiguation: "compatible" })
    .toInstant();

/**
 * A new location, or a schedule that was switched on, starts on that day. A schedule without runs whose first day is older than
 * the make-up period is new and starts today. A weekly schedule's first day may be a week after the opening.
 */
function firstDay(
  timing: Timing,
  location: ScheduleLocation,
  last_on: CalendarDay | null,
  today: CalendarDay,
): CalendarDay {
  const oldest = addDays(today, -daysMadeUpFor);
  const opened = dayAt(location.created_at, location.time_zone);
  const effective = timing.effective_at === null ? opened : dayAt(timing.effective_at, location.time_zone);
  const start = latest(opened, effective);
  if (last_on === null) return firstDayOf(timing, start) < oldest ? today : start;
  return latest(oldest, start, addDays(last_on, 1));
}

const isDayOf = ({ weekday }: Timing, day: CalendarDay): boolean => weekday === null || weekdayOf(day) === weekday;

function firstDayOf(timing: Timing, start: CalendarDay): CalendarDay {
  let day = start;
  while (!isDayOf(timing, day)) day = addDays(day, 1);
  return day;
}

const latest = (...days: CalendarDay[]): CalendarDay => days.sort().at(-1) as CalendarDay;
