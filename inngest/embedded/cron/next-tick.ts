import { Temporal } from "temporal-polyfill";
import type { Cron } from "./parse";

const farthestDays = 366 * 8;

/**
 * The first tick after an instant. A schedule with a fixed hour ticks once on each of its days, also where the clocks change:
 * a time that is left out counts as the moment they were put forward to, one that comes twice counts the first time. One that
 * ticks in every hour follows the real hours, so it skips what is left out and repeats what comes twice.
 */
export function nextTick(cron: Cron, after: Temporal.Instant): Temporal.Instant | null {
  const local = after.toZonedDateTimeISO(cron.time_zone).toPlainDateTime();
  // What comes twice on the day the clocks go back may lie behind by the clock on the wall.
  const from = cron.time_zone === "UTC" ? local : local.subtract({ hours: 2 });
  let date = from.toPlainDate();
  for (let day = 0; day < farthestDays; day++, date = date.add({ days: 1 })) {
    if (!isDay(cron, date)) continue;
    const tick = firstOf(cron, date, from, after);
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

function firstOf(cron: Cron, date: Temporal.PlainDate, from: Temporal.PlainDateTime, after: Temporal.Instant) {
  let first: Temporal.Instant | null = null;
  for (const hour of cron.hours) {
    for (const minute of cron.minutes) {
      const wall = date.toPlainDateTime({ hour, minute });
      if (Temporal.PlainDateTime.compare(wall, from) < 0) continue;
      for (const instant of instantsOf(cron, wall)) {
        if (Temporal.Instant.compare(instant, after) <= 0) continue;
        if (!first || Temporal.Instant.compare(instant, first) < 0) first = instant;
      }
    }
    // Later hours may only come before this one on a day whose clocks change, by an hour or two.
    if (
      first &&
      Temporal.Instant.compare(
        first,
        date.toZonedDateTime({ timeZone: cron.time_zone, plainTime: { hour } }).toInstant().add({ hours: 2 }),
      ) < 0
    ) {
      return first;
    }
  }
  return first;
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
  for (
    let tick = nextTick(cron, after);
    tick && Temporal.Instant.compare(tick, until) <= 0;
    tick = nextTick(cron, tick)
  ) {
    ticks.push(tick);
    if (ticks.length > most) ticks.shift();
  }
  return ticks;
}
