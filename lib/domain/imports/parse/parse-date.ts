import { addDays, type CalendarDay, calendarDayOf } from "@/lib/values/calendar-day";
import { asciiDigits } from "@/lib/values/digits";
import { type DateFormat, numericDate } from "./date-format";
import { monthNamed } from "./month-names";

export type DateReading = {
  /** The latest year for two-digit years: with 2026, 26 is 2026 and 27 is 1927. */
  latest_year: number;
};

/** The calendar day in a cell, without its time; null if there is none. */
export const parseDate = (text: string, format: DateFormat, { latest_year }: DateReading): CalendarDay | null => {
  const bare = asciiDigits(text.normalize("NFKC")).trim();
  const year_first = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)/.exec(bare);
  if (year_first && (year_first[2] !== "" || bare.length === 8))
    return calendarDayOf(Number(year_first[1]), Number(year_first[3]), Number(year_first[4]));
  const numeric = numericDate(bare);
  if (numeric) {
    const year = fullYear(numeric.year, latest_year);
    const month_first = format === "mdy" && numeric.mark !== ".";
    return month_first
      ? calendarDayOf(year, numeric.first, numeric.second)
      : calendarDayOf(year, numeric.second, numeric.first);
  }
  return spelt(bare, latest_year) ?? serial(bare);
};

/** 8 March 2026, 8. März 2026, Mar 8, 2026, Sun 08-Mar-26, 8 de marzo de 2026. */
const spelt = (text: string, latest_year: number): CalendarDay | null => {
  const month = monthNamed(text);
  if (!month) return null;
  const numbers = text
    .replace(/\d{1,2}:\d{2}.*$/, "")
    .match(/\d+/g)
    ?.slice(0, 2);
  const [one, other] = numbers ?? [];
  if (!one || !other) return null;
  const [on, year] = one.length === 4 ? [other, one] : [one, other];
  return year.length === 4 || year.length === 2 ? calendarDayOf(fullYear(year, latest_year), month, Number(on)) : null;
};

/** A spreadsheet date, in days since 30 Dec 1899: 46089 is 8 Mar 2026. */
const serial = (text: string): CalendarDay | null => {
  const days = /^(\d{5})(\.\d+)?$/.exec(text)?.[1];
  return days ? addDays("1899-12-30", Number(days)) : null;
};

const fullYear = (year: string, latest_year: number): number => {
  if (year.length === 4) return Number(year);
  const same_century = Math.floor(latest_year / 100) * 100 + Number(year);
  return same_century > latest_year ? same_century - 100 : same_century;
};
