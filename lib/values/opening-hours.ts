import { z } from "zod";
import { DAY_MS, timeOfDayMs, weekdayOfNumber } from "./day-number";
import { epochOf, instantText } from "./instant";
import { instantOfWall, offsetAt } from "./zone-offset";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "Write the time as 06:00 or 22:30" });

/** If `closes` is not after `opens`, it is on the next day: 22:00 to 02:00, 00:00 to 00:00. */
const hoursWindow = z.strictObject({ opens: timeOfDay, closes: timeOfDay });
export type HoursWindow = z.infer<typeof hoursWindow>;

const hoursOfDay = z.union([z.literal("24h"), z.array(hoursWindow).max(6)]).optional();

/** One entry per weekday, in wall time of the location. A missing weekday is closed. */
export const openingHours = z.strictObject({
  mon: hoursOfDay,
  tue: hoursOfDay,
  wed: hoursOfDay,
  thu: hoursOfDay,
  fri: hoursOfDay,
  sat: hoursOfDay,
  sun: hoursOfDay,
});
export type OpeningHours = z.infer<typeof openingHours>;

export const alwaysOpen: OpeningHours = Object.fromEntries(weekdays.map((weekday) => [weekday, "24h"]));

type Span = { from: number; to: number };

const DAYS_LOOKED_AHEAD = 8;
const WEEK_MS = 7 * DAY_MS;

export const isOpenAt = (hours: OpeningHours, instant: string, zone: string): boolean => {
  const at = epochOf(instant);
  return [yesterdayOf(at, zone), yesterdayOf(at, zone) + 1].some((day) => isWithin(spansOf(hours, day, zone), at));
};

/** The end of the opening span of `instant`; null if closed, or open without end. */
export const closesAt = (hours: OpeningHours, instant: string, zone: string): string | null => {
  const at = epochOf(instant);
  const yesterday = yesterdayOf(at, zone);
  let end = at;
  for (let ahead = 0; ahead <= DAYS_LOOKED_AHEAD; ahead++) {
    const before = end;
    for (const span of spansOf(hours, yesterday + ahead, zone)) if (span.from <= end && span.to > end) end = span.to;
    if (ahead === 1 && end === at) return null;
    if (ahead > 1 && end === before) break;
  }
  // Hours repeat weekly, so a span of a whole week never ends.
  return end - at >= WEEK_MS ? null : instantText(end);
};

/** The next opening at or after `instant`; null if open at `instant`, or never open. */
export const opensAt = (hours: OpeningHours, instant: string, zone: string): string | null => {
  const at = epochOf(instant);
  const yesterday = yesterdayOf(at, zone);
  const spans = Array.from({ length: DAYS_LOOKED_AHEAD + 2 }, (_, ahead) =>
    spansOf(hours, yesterday + ahead, zone),
  ).flat();
  if (isWithin(spans, at)) return null;
  const next = spans.find((span) => span.from > at);
  return next ? instantText(next.from) : null;
};

/** Days are numbers here: days since 1970-01-01. */
const yesterdayOf = (at: number, zone: string): number => Math.floor((at + offsetAt(zone, at)) / DAY_MS) - 1;

const isWithin = (spans: readonly Span[], at: number): boolean => spans.some(({ from, to }) => from <= at && at < to);

const spansOf = (hours: OpeningHours, day: number, zone: string): Span[] => {
  const weekday = weekdays[weekdayOfNumber(day) - 1];
  const windows = (weekday && hours[weekday]) ?? [];
  if (windows === "24h") return [{ from: instantAt(day, "00:00", zone), to: instantAt(day + 1, "00:00", zone) }];
  return windows
    .toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
    .map(({ opens, closes }) => ({
      from: instantAt(day, opens, zone),
      to: instantAt(closes <= opens ? day + 1 : day, closes, zone),
    }));
};

const instantAt = (day: number, time: string, zone: string): number =>
  instantOfWall(zone, day * DAY_MS + timeOfDayMs(time));
