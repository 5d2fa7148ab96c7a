import { Temporal } from "temporal-polyfill";
import type { Cron } from "./parse";

const farthestDays = 366 * 8;
/** No clock is put forward or back by more. */
const mostShiftMinutes = 120;

/**
 * The first tick after an instant. A schedule with a fixed hour ticks once on each of its days, also where the clocks change:
 * a time that is left out counts as the moment they were put forward to, one that comes twice counts the first time. One that
 * ticks in every hour follows the real hours, so it skips what is left out and repeats what comes twice.
 */
export function nextTick(cron: Cron, after: Temporal.Instant): Temporal.Instant | null {
  const local = after.toZonedDateTimeISO(cron.time_zone);
  let date = local.toPlainDate();
  for (let day = 0; day < farthestDays; day++, date = date.add({ days: 1 })) {
    if (!isDay(cron, date)) continue;
    const from = day === 0 ? local.hour * 60 + local.minute : 0;
    const tick = isPlainDay(cron, date)
      ? firstOfPlainDay(cron, date, from, after)
      : firstOfOddDay(cron, date, from - mostShiftMinutes, after);
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

const isPlainDay = ({ time_zone }: Cron, date: Temporal.PlainDate): boolean =>
  time_zone === "UTC" || date.toZonedDateTime(time_zone).hoursInDay === 24;

function* wallTimes(cron: Cron, date: Temporal.PlainDate, from: number): Generator<Temporal.PlainDateTime> {
  for (const hour of cron.hours) {
    for (const minute of cron.minutes) {
      if (hour * 60 + minute >= from) yield date.toPlainDateTime({ hour, minute });
    }
  }
}

function firstOfPlainDay(cron: Cron, date: Temporal.PlainDate, from: number, after: Temporal.Instant) {
  for (const wall of wallTimes(cron, date, from)) {
    const instant = wall.toZonedDateTime(cron.time_zone).toInstant();
    if (Temporal.Instant.compare(instant, after) > 0) return instant;
  }
  return null;
}

/** On a day whose clocks change the order on the wall is not the order in time: every tick of it is looked at. */
function firstOfOddDay(cron: Cron, date: Temporal.PlainDate, from: number, after: Temporal.Instant) {
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
  // "earlier" of a time that is left out reads an hour before it, "later" an hour after.
  const isLeftOut = !earlier.toPlainDateTime().equals(wall);
  if (!cron.is_any_hour) return [(isLeftOut ? later : earlier).toInstant()];
  return isLeftOut ? [] : [earlier.toInstant(), later.toInstant()];
}

/** Every tick after `after` up to and including `until`, the latest `most` of them. */
export function ticksBetween(
  cron: Cron,
  after: Temporal.Instant,
  until: Temporal.Instant,
  most: number,
): Temporal.Instant[] {
  const ticks: Temporal.Instant[] = [];
  let tick = nextTick(cron, after);
  while (tick && Temporal.Instant.compare(tick, until) <= 0) {
    ticks.push(tick);
    if (ticks.length > most) ticks.shift();
    tick = nextTick(cron, tick);
  }
  return ticks;
}

/** The last tick after `after` up to and including `until`, looked for from the end. */
export function latestTick(cron: Cron, after: Temporal.Instant, until: Temporal.Instant): Temporal.Instant | null {
  for (const hours of [1, 25, 24 * 8]) {
    const from = until.subtract({ hours });
    if (Temporal.Instant.compare(from, after) <= 0) break;
    const [tick] = ticksBetween(cron, from, until, 1);
    if (tick) return tick;
  }
  return ticksBetween(cron, after, until, 1)[0] ?? null;
}
