import { Temporal } from "temporal-polyfill";
import type { Cron } from "./parse";

const maxDays = 366 * 8;
/** No time zone transition is larger. */
const maxShiftMinutes = 120;

/**
 * The first tick after an instant. With a fixed hour, the cron ticks once per day also on DST changes: a skipped time moves forward,
 * a repeated time counts the first time. With every hour, it follows elapsed hours: it skips skipped times and repeats repeated ones.
 */
export function nextTick(cron: Cron, after: Temporal.Instant): Temporal.Instant | null {
  const local = after.toZonedDateTimeISO(cron.time_zone);
  let date = local.toPlainDate();
  for (let day = 0; day < maxDays; day++, date = date.add({ days: 1 })) {
    if (!isDay(cron, date)) continue;
    const from = day === 0 ? local.hour * 60 + local.minute : 0;
    const tick = hasNoTransition(cron, date)
      ? firstWithoutTransition(cron, date, from, after)
      : firstWithTransition(cron, date, from - maxShiftMinutes, after);
    if (tick) return tick;
  }
  return null;
}

function isDay(cron: Cron, date: Temporal.PlainDate): boolean {
  if (!cron.months.has(date.month)) return false;
  const isOfMonth = cron.days.has(date.day);
  const isOfWeek = cron.weekdays.has(date.dayOfWeek % 7);
  return cron.is_any_day || cron.is_any_weekday ? isOfMonth && isOfWeek : isOfMonth || isOfWeek;
}

const hasNoTransition = ({ time_zone }: Cron, date: Temporal.PlainDate): boolean =>
  time_zone === "UTC" || date.toZonedDateTime(time_zone).hoursInDay === 24;

function* wallTimes(cron: Cron, date: Temporal.PlainDate, from: number): Generator<Temporal.PlainDateTime> {
  for (const hour of cron.hours) {
    for (const minute of cron.minutes) {
      if (hour * 60 + minute >= from) yield date.toPlainDateTime({ hour, minute });
    }
  }
}

function firstWithoutTransition(cron: Cron, date: Temporal.PlainDate, from: number, after: Temporal.Instant) {
  for (const wall of wallTimes(cron, date, from)) {
    const instant = wall.toZonedDateTime(cron.time_zone).toInstant();
    if (Temporal.Instant.compare(instant, after) > 0) return instant;
  }
  return null;
}

/** On the day of a DST change, wall-time order is not chronological order, so all ticks are sorted. */
function firstWithTransition(cron: Cron, date: Temporal.PlainDate, from: number, after: Temporal.Instant) {
  const later = [...wallTimes(cron, date, from)]
    .flatMap((wall) => instantsOf(cron, wall))
    .filter((instant) => Temporal.Instant.compare(instant, after) > 0);
  return later.sort(Temporal.Instant.compare)[0] ?? null;
}

function instantsOf(cron: Cron, wall: Temporal.PlainDateTime): Temporal.Instant[] {
  const zoned = (disambiguation: "earlier" | "later") => wall.toZonedDateTime(cron.time_zone, { disambiguation });
  const earlier = zoned("earlier");
  const later = zoned("later");
  if (earlier.epochMilliseconds === later.epochMilliseconds) return [earlier.toInstant()];
  // For a skipped time, "earlier" yields an hour before it and "later" an hour after.
  const isSkipped = !earlier.toPlainDateTime().equals(wall);
  if (!cron.is_any_hour) return [(isSkipped ? later : earlier).toInstant()];
  return isSkipped ? [] : [earlier.toInstant(), later.toInstant()];
}

/** The latest `limit` ticks after `after` up to and including `until`. */
export function ticksBetween(
  cron: Cron,
  after: Temporal.Instant,
  until: Temporal.Instant,
  limit: number,
): Temporal.Instant[] {
  const ticks: Temporal.Instant[] = [];
  let tick = nextTick(cron, after);
  while (tick && Temporal.Instant.compare(tick, until) <= 0) {
    ticks.push(tick);
    if (ticks.length > limit) ticks.shift();
    tick = nextTick(cron, tick);
  }
  return ticks;
}

/** The last tick after `after` up to and including `until`. Searches from the end. */
export function latestTick(cron: Cron, after: Temporal.Instant, until: Temporal.Instant): Temporal.Instant | null {
  for (const hours of [1, 25, 24 * 8]) {
    const from = until.subtract({ hours });
    if (Temporal.Instant.compare(from, after) <= 0) break;
    const [tick] = ticksBetween(cron, from, until, 1);
    if (tick) return tick;
  }
  return ticksBetween(cron, after, until, 1)[0] ?? null;
}
