import type { CalendarDay } from "@/lib/values/calendar-day";
import { civilDayOf } from "@/lib/values/day-number";

/**
 * L3: the name of the financial year of a day: "2026-27" where it begins in the given month, "2026" where it is the calendar year.
 * The day is that of the location or legal entity. India begins in April (4).
 * @public
 */
export const financialYearOf = (day: CalendarDay, start_month: number): string => {
  if (!Number.isInteger(start_month) || start_month < 1 || start_month > 12)
    throw new RangeError(`A financial year begins in a month from 1 to 12, not ${start_month}`);
  const { year, month } = civilDayOf(day);
  if (start_month === 1) return `${year}`;
  const first = month >= start_month ? year : year - 1;
  return `${first}-${`${(first + 1) % 100}`.padStart(2, "0")}`;
};

/** As a document number prints it: "26-27"; a calendar year stays "2026". */
export const shortFinancialYear = (financial_year: string): string =>
  financial_year.includes("-") ? financial_year.slice(-5) : financial_year;
