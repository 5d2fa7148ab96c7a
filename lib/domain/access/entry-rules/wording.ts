import { type CalendarDay, utcMidnight } from "@/lib/values/calendar-day";
import { epochOf } from "@/lib/values/instant";

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale} ${JSON.stringify(options)}`;
  const cached = formatters.get(key);
  if (cached) return cached;
  const created = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, created);
  return created;
};

/** "3 Mar" in the current year, "14 Sep 2027" in another, in the order of the locale. */
export const dayInWords = (day: CalendarDay, today: CalendarDay, locale: string): string => {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  return formatter(locale, { day: "numeric", month: "short", year, timeZone: "UTC" }).format(utcMidnight(day));
};

/** "5:42 pm" or "17:42", as the locale writes the time of day. */
export const timeInWords = (instant: string, zone: string, locale: string): string =>
  formatter(locale, { hour: "numeric", minute: "2-digit", timeZone: zone })
    .format(epochOf(instant))
    .replace(/\s?(AM|PM)$/, (half) => ` ${half.trim().toLowerCase()}`);

export const weekdayAndTimeInWords = (instant: string, zone: string, locale: string): string => {
  const weekday = formatter(locale, { weekday: "short", timeZone: zone }).format(epochOf(instant));
  return `${weekday} ${timeInWords(instant, zone, locale)}`;
};
