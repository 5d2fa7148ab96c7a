import type { DocumentKind } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { civilDayOf } from "@/lib/values/day-number";
import { documentNumber, documentNumberProblem } from "./document-number";
import { financialYearOf } from "./financial-year";

/** @public When the counter of a series begins again at 1. */
export type SeriesReset = "never" | "financial_year" | "month";

/** @public How the documents of a series are numbered. */
export type SeriesPattern = {
  prefix: string;
  shows_financial_year: boolean;
  shows_month: boolean;
  /** The month in which the financial year begins: 4 in India, 1 for the calendar year. */
  start_month: number;
  digits: number;
  reset: SeriesReset;
};

/** @public L3, L7: each key has its own counter. Invoices and credit notes are never in the same series. */
export type SeriesKey = {
  legal_entity_id: string;
  document: DocumentKind;
  /** Empty while the counter runs on over the years. */
  financial_year: string;
  /** 1 to 12; null unless the counter begins again each month. */
  month: number | null;
};

/** Each series must have room for this many digits, so that it cannot outgrow the limit of its country. */
const ROOM_DIGITS = 6;
const MOST_DIGITS = 12;
const LONGEST_PREFIX = 20;

/** @public L4: a counter begins again only where the number shows the period, because otherwise a number would occur twice. */
export const resetsAllowed = ({
  shows_financial_year,
  shows_month,
}: Pick<SeriesPattern, "shows_financial_year" | "shows_month">): SeriesReset[] => [
  "never",
  ...(shows_financial_year ? (["financial_year"] as const) : []),
  ...(shows_financial_year && shows_month ? (["month"] as const) : []),
];

/** @public L3, L4: why a pattern is not allowed in a country, as a sentence; null if it is. */
export const checkSeries = (pattern: SeriesPattern, country: string): string | null => {
  const { prefix, digits, reset } = pattern;
  if (!Number.isInteger(digits) || digits < 0 || digits > MOST_DIGITS)
    return `Give a number of digits from 0 to ${MOST_DIGITS}.`;
  if (prefix.length > LONGEST_PREFIX) return `A prefix has at most ${LONGEST_PREFIX} characters.`;
  if (prefix !== prefix.trim() || /\p{C}/u.test(prefix))
    return "Remove spaces around the prefix and invisible characters.";
  if (/[-/]$/.test(prefix)) return "Leave out the separator at the end of the prefix. It is added.";
  if (!resetsAllowed(pattern).includes(reset))
    return reset === "month"
      ? "The counter can begin again each month only if the number shows the year and the month."
      : "The counter can begin again each year only if the number shows the year.";
  const first = numberOf(pattern, "2098-12-01", 1);
  const longest = numberOf(pattern, "2098-12-01", 10 ** Math.max(digits, ROOM_DIGITS) - 1);
  return documentNumberProblem(first, country) ?? documentNumberProblem(longest, country);
};

/** @public The number of a document that is issued on a local day. */
export const numberOf = (pattern: SeriesPattern, issued_on: CalendarDay, sequence: number): string =>
  documentNumber({
    prefix: pattern.prefix,
    financial_year: pattern.shows_financial_year ? financialYearOf(issued_on, pattern.start_month) : null,
    month: pattern.shows_month ? civilDayOf(issued_on).month : null,
    sequence,
    digits: pattern.digits,
  });

/** @public L3, L4: the series from which a document of a local day takes its number. */
export const seriesKeyOf = (
  { legal_entity_id, document }: Pick<SeriesKey, "legal_entity_id" | "document">,
  { reset, start_month }: Pick<SeriesPattern, "reset" | "start_month">,
  issued_on: CalendarDay,
): SeriesKey => ({
  legal_entity_id,
  document,
  financial_year: reset === "never" ? "" : financialYearOf(issued_on, start_month),
  month: reset === "month" ? civilDayOf(issued_on).month : null,
});
