import type { CalendarDay } from "@/lib/values/calendar-day";

/** @public */
export type TaxKind = "vat" | "sales_tax" | "gst" | "none";

/**
 * L9: a tax of a class of lines on certain days of supply. Both days are included.
 * A class may have several taxes on a day, such as those of a state and of a city. An exemption is a rate of kind `none`.
 * @public
 */
export type TaxRate = {
  tax_class: string;
  /** As the document prints it: "VAT", "CGST", "Exempt". */
  name: string;
  kind: TaxKind;
  /** Parts per million: 18 % is 180000, 8.875 % is 88750. */
  rate_ppm: number;
  from_on: CalendarDay;
  to_on: CalendarDay | null;
};

/** 100 %. */
export const WHOLE_PPM = 1_000_000;

/** @public L9: the taxes of a class on the day of supply, in the order of the table. */
export const ratesOn = (rates: readonly TaxRate[], tax_class: string, supply_on: CalendarDay): TaxRate[] =>
  rates.filter(
    (rate) =>
      rate.tax_class === tax_class && rate.from_on <= supply_on && (rate.to_on === null || supply_on <= rate.to_on),
  );

/** @public What is wrong with a table of rates, as a sentence; null if nothing is. */
export const rateProblem = (rates: readonly TaxRate[]): string | null => {
  for (const [index, rate] of rates.entries()) {
    const called = `${rate.name} of ${rate.tax_class}`;
    if (!Number.isInteger(rate.rate_ppm) || rate.rate_ppm < 0 || rate.rate_ppm > WHOLE_PPM)
      return `The rate ${called} must be between 0 and 100 %, with at most four decimals.`;
    if (rate.kind === "none" && rate.rate_ppm !== 0) return `${called} is an exemption, so its rate must be 0 %.`;
    if (rate.to_on !== null && rate.to_on < rate.from_on) return `The rate ${called} ends before it begins.`;
    if (rates.slice(index + 1).some((other) => isSameTax(rate, other) && overlaps(rate, other)))
      return `Two rates ${called} apply on the same day. End the earlier one on the day before the later one begins.`;
  }
  return null;
};

const isSameTax = (a: TaxRate, b: TaxRate): boolean => a.tax_class === b.tax_class && a.name === b.name;

const overlaps = (a: TaxRate, b: TaxRate): boolean =>
  (b.to_on === null || a.from_on <= b.to_on) && (a.to_on === null || b.from_on <= a.to_on);
