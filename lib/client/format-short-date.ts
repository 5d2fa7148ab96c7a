import { type CalendarDay, utcMidnight } from "@/lib/values/calendar-day";
import { formatter } from "./format";

/** "8 Mar", with the year if it differs from today's. For sentences in which "Tomorrow" would not fit. */
export function formatShortDate(day: CalendarDay, today: CalendarDay, locale: string): string {
  return written(day, locale, {
    day: "numeric",
    month: "short",
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
  });
}

/** "Thursday" */
export const weekdayName = (day: CalendarDay, locale: string): string => written(day, locale, { weekday: "long" });

/** "14 March" */
export const formatDayMonth = (day: CalendarDay, locale: string): string =>
  written(day, locale, { day: "numeric", month: "long" });

/** "14 March 1994" */
export const formatFullDate = (day: CalendarDay, locale: string): string =>
  written(day, locale, { day: "numeric", month: "long", year: "numeric" });

function written(day: CalendarDay, locale: string, options: Intl.DateTimeFormatOptions): string {
  return formatter(locale, { ...options, timeZone: "UTC" }).format(utcMidnight(day));
}

const suffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const ordinals = new Intl.PluralRules("en", { type: "ordinal" });

/** "14th". English only, like the sentences around it. */
export const ordinal = (value: number): string => `${value}${suffixes[ordinals.select(value)] ?? "th"}`;
