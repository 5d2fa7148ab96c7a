import { type CalendarDay, utcMidnight } from "@/lib/values/calendar-day";

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (locale: string): Intl.DateTimeFormat => {
  const known = formatters.get(locale);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  formatters.set(locale, made);
  return made;
};

/** "16 Jun 2026", in the order of the locale. */
export const dayText = (day: CalendarDay, locale: string): string => formatter(locale).format(utcMidnight(day));

/** "16 – 30 Jun 2026" */
export const daysText = (from_on: CalendarDay, to_on: CalendarDay, locale: string): string =>
  formatter(locale).formatRange(utcMidnight(from_on), utcMidnight(to_on));
