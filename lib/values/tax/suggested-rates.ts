import type { CalendarDay } from "@/lib/values/calendar-day";
import type { TaxRate } from "./tax-rate";

/**
 * A rate for gym memberships as public sources state it. It has no tax class, so that it is no TaxRate and cannot reach an invoice
 * before the owner has confirmed it.
 * @public
 */
export type SuggestedRate = Omit<TaxRate, "tax_class"> & {
  /** The day of the newest source. The owner sees it. */
  as_of: CalendarDay;
};

const vat = (name: string, percent: number, from_on: CalendarDay, as_of: CalendarDay): SuggestedRate => ({
  name,
  kind: "vat",
  rate_ppm: percent * 10_000,
  from_on,
  to_on: null,
  as_of,
});

/** By ISO country code. Countries with reduced rates for gyms are left out unless a source says which one applies. */
export const suggestedRates: Readonly<Record<string, readonly SuggestedRate[]>> = {
  // HMRC Brief 37/10 of 2010-09-03: commercial gyms are standard-rated. gov.uk/vat-rates: 20 % since 2011-01-04.
  GB: [vat("VAT", 20, "2011-01-04", "2011-01-04")],
  // Haufe, "Fitnessstudio, Regelsteuersatz"; hashtag-fitness.com of 2024-09-10. 16 % applied from 2020-07-01 to 2020-12-31.
  DE: [vat("USt.", 19, "2021-01-01", "2024-09-10")],
  // Senate, amendment I-1688 of 2025-11-26: gyms are at the full rate of 20 %. It proposed a reduced rate for 2026.
  FR: [vat("TVA", 20, "2014-01-01", "2025-11-26")],
  // El Confidencial of 2023-04-27: fitness is at 21 % since 2012.
  ES: [vat("IVA", 21, "2012-09-01", "2023-04-27")],
  // Notification 15/2025-Central Tax (Rate) of 2025-09-17: 18 % with, then 5 % without input tax credit (SAC 999723).
  IN: [
    { name: "GST", kind: "gst", rate_ppm: 180_000, from_on: "2017-07-01", to_on: "2025-09-21", as_of: "2025-09-17" },
    { name: "GST", kind: "gst", rate_ppm: 50_000, from_on: "2025-09-22", to_on: null, as_of: "2025-09-17" },
  ],
};

/** @public The rate that the owner confirmed, for a class of lines. */
export const confirmedRate = ({ as_of: _, ...rate }: SuggestedRate, tax_class: string): TaxRate => ({
  ...rate,
  tax_class,
});
