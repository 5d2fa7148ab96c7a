import { type CalendarDay, dayAt, daysBetween, utcMidnight } from "@/lib/values/calendar-day";
import { epochOf } from "@/lib/values/instant";

/** Locale of the organization, time zone of the location, and the time of rendering. `shows_zone`: times name their zone. */
export type LocaleContext = { locale: string; time_zone: string; now: string; shows_zone?: boolean };

const made = new Map<string, Intl.DateTimeFormat>();

export function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, known);
  return known;
}

const quietHalf = (text: string) => text.replace(/\b[AP]M\b/, (half) => half.toLowerCase());

export const todayAt = ({ now, time_zone }: LocaleContext): CalendarDay => dayAt(now, time_zone);

/** "5:31 pm", or "5:31 pm CET" with the zone. */
export const formatTime = (instant: string, { locale, time_zone, shows_zone }: Omit<LocaleContext, "now">): string =>
  quietHalf(
    formatter(locale, {
      timeZone: time_zone,
      hour: "numeric",
      minute: "2-digit",
      ...(shows_zone && { timeZoneName: "short" }),
    }).format(epochOf(instant)),
  );

/** "5:31 pm" of a wall time with offset, 2026-03-05T17:31:00+11:00, in its own zone. */
export const formatWallTime = (wall_time: string, locale: string): string =>
  formatTime(`${wall_time.slice(0, 19)}Z`, { locale, time_zone: "UTC" });

/** "5:30 pm" of a stored time of day, "17:30". */
export const formatClock = (clock: string, locale: string): string =>
  formatTime(`1970-01-01T${clock}:00Z`, { locale, time_zone: "UTC" });

/** "5 pm" */
export const formatHour = (hour: number, locale: string): string =>
  quietHalf(formatter(locale, { timeZone: "UTC", hour: "numeric" }).format(hour * 3_600_000));

/** "Today", "Yesterday", "Tue 3 Mar" within a week, "8 Mar" this year, "14 Sep 2027". */
export function formatDay(day: CalendarDay, localeContext: LocaleContext): string {
  const today = todayAt(localeContext);
  const ago = daysBetween(day, today);
  if (ago === 0) return "Today";
  if (ago === 1) return "Yesterday";
  if (ago === -1) return "Tomorrow";
  const parts: Intl.DateTimeFormatOptions = { timeZone: "UTC", day: "numeric", month: "short" };
  if (Math.abs(ago) < 7) parts.weekday = "short";
  else if (day.slice(0, 4) !== today.slice(0, 4)) parts.year = "numeric";
  return formatter(localeContext.locale, parts).format(utcMidnight(day));
}

/** "Thursday 5 March", for titles. */
export const formatLongDay = (day: CalendarDay, locale: string): string =>
  formatter(locale, { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" }).format(utcMidnight(day));

/** "March" */
export const formatMonth = (day: CalendarDay, locale: string): string =>
  formatter(locale, { timeZone: "UTC", month: "long" }).format(utcMidnight(day));

/** "March 2026" */
export const formatMonthOfYear = (day: CalendarDay, locale: string): string =>
  formatter(locale, { timeZone: "UTC", month: "long", year: "numeric" }).format(utcMidnight(day));

/** "8" */
export const formatDayNumber = (day: CalendarDay, locale: string): string =>
  formatter(locale, { timeZone: "UTC", day: "numeric" }).format(utcMidnight(day));

export const formatShortWeekday = (day: CalendarDay, locale: string): string =>
  formatter(locale, { timeZone: "UTC", weekday: "short" }).format(utcMidnight(day));

export const formatWeekday = (day: CalendarDay, locale: string): string =>
  formatter(locale, { timeZone: "UTC", weekday: "long" }).format(utcMidnight(day));

/** "Today, 5:31 pm" */
export function formatDateTime(instant: string, localeContext: LocaleContext): string {
  const day = dayAt(instant, localeContext.time_zone);
  return `${formatDay(day, localeContext)}, ${formatTime(instant, localeContext)}`;
}

/** For use inside a sentence: "ends tomorrow", "ends 14 Sep". */
export const lowercaseRelativeDay = (day: string): string =>
  day.replace(/^(Today|Yesterday|Tomorrow)/, (word) => word.toLowerCase());

/** The exact instant with its zone, for tooltips. */
export const formatExact = (instant: string, { locale, time_zone }: Omit<LocaleContext, "now">): string =>
  formatter(locale, { timeZone: time_zone, dateStyle: "full", timeStyle: "long" }).format(epochOf(instant));

const counted = new Map<string, Intl.NumberFormat>();

export function formatCount(value: number, locale: string): string {
  const known = counted.get(locale) ?? new Intl.NumberFormat(locale);
  counted.set(locale, known);
  return known.format(value);
}

/** "1 h 12 min" */
export function formatDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")} min`;
}
