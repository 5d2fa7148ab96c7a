import { Temporal } from "temporal-polyfill";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** If `closes` is not after `opens`, it is on the next day: 22:00 to 02:00, 00:00 to 00:00. */
export type HoursWindow = { opens: string; closes: string };

/** One entry per weekday, in wall time of the location. A missing weekday is closed. */
export type OpeningHours = { [weekday in Weekday]?: "24h" | HoursWindow[] | undefined };

export const alwaysOpen: OpeningHours = Object.fromEntries(weekdays.map((weekday) => [weekday, "24h"]));

type Span = { from: number; to: number };

/** The opening spans from yesterday to eight days ahead, valid for one local day. */
type Timeline = { began: number; ends: number; days: Span[][] };

const DAYS_LOOKED_AHEAD = 8;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const MAX_TIMELINES = 500;

export const isOpenAt = (hours: OpeningHours, instant: string, zone: string): boolean => {
  const at = epochOf(instant);
  const [yesterday, today] = timelineAt(hours, at, zone).days;
  return [yesterday, today].some((spans) => spans?.some((span) => contains(span, at)));
};

/** The end of the opening span of `instant`; null if closed, or open without end. */
export const closesAt = (hours: OpeningHours, instant: string, zone: string): string | null => {
  const at = epochOf(instant);
  let end = at;
  for (const [index, spans] of timelineAt(hours, at, zone)
    .days.slice(0, DAYS_LOOKED_AHEAD + 1)
    .entries()) {
    const before = end;
    for (const span of spans) if (span.from <= end && span.to > end) end = span.to;
    if (index === 1 && end === at) return null;
    if (index > 1 && end === before) break;
  }
  // Hours repeat weekly, so a span of a whole week never ends.
  return end - at >= WEEK_MS ? null : fromMilliseconds(end);
};

/** The next opening at or after `instant`; null if open at `instant`, or never open. */
export const opensAt = (hours: OpeningHours, instant: string, zone: string): string | null => {
  const at = epochOf(instant);
  const spans = timelineAt(hours, at, zone).days.flat();
  if (spans.some((span) => contains(span, at))) return null;
  const next = spans.find((span) => span.from > at);
  return next ? fromMilliseconds(next.from) : null;
};

const epochOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

/** Cache until the end of the local day, because zoned arithmetic is slow and every check-in needs it. */
const timelines = new Map<string, Timeline>();

const timelineAt = (hours: OpeningHours, at: number, zone: string): Timeline => {
  const key = `${zone} ${JSON.stringify(hours)}`;
  const known = timelines.get(key);
  if (known && known.began <= at && at < known.ends) return known;
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const timeline = {
    began: wallTime(day, "00:00", zone),
    ends: wallTime(day.add({ days: 1 }), "00:00", zone),
    days: Array.from({ length: DAYS_LOOKED_AHEAD + 2 }, (_, index) =>
      spansOf(hours, day.add({ days: index - 1 }), zone),
    ),
  };
  if (timelines.size >= MAX_TIMELINES) timelines.clear();
  timelines.set(key, timeline);
  return timeline;
};

const contains = (span: Span, at: number): boolean => span.from <= at && at < span.to;

const fromMilliseconds = (epoch: number): string => Temporal.Instant.fromEpochMilliseconds(epoch).toString();

const spansOf = (hours: OpeningHours, date: Temporal.PlainDate, zone: string): Span[] => {
  const weekday = weekdays[date.dayOfWeek - 1];
  const windows = (weekday && hours[weekday]) ?? [];
  if (windows === "24h")
    return [{ from: wallTime(date, "00:00", zone), to: wallTime(date.add({ days: 1 }), "00:00", zone) }];
  return windows
    .toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
    .map(({ opens, closes }) => ({
      from: wallTime(date, opens, zone),
      to: wallTime(closes <= opens ? date.add({ days: 1 }) : date, closes, zone),
    }));
};

const wallTime = (date: Temporal.PlainDate, time: string, zone: string): number =>
  date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
