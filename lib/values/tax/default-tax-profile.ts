import { type SuggestedRate, suggestedRates } from "./suggested-rates";
import type { TaxKind } from "./tax-rate";

/**
 * A starting point that the owner confirms on a page. Nothing of it applies by itself.
 * @public
 */
export type TaxProfile = {
  country: string;
  /** As documents name the tax. */
  tax_name: string;
  kind: TaxKind;
  /** Whether consumer prices usually include the tax. */
  prices_inclusive: boolean;
  tax_id_name: string;
  /** 4 where document numbers follow a financial year from April; otherwise 1. */
  financial_year_start_month: number;
  /** For memberships. Empty where the owner must enter the rate. */
  suggested_rates: readonly SuggestedRate[];
  /** What the owner should know, as a sentence. */
  note: string | null;
};

/** The names of VAT on documents in the main language of the country; "VAT" elsewhere. */
// biome-ignore format: a table
const vatNames: Readonly<Record<string, string>> = {
  AT: "USt.", BE: "BTW", BG: "VAT", CH: "MWST", CY: "VAT", CZ: "DPH", DE: "USt.", DK: "moms", EE: "KM", ES: "IVA",
  FI: "ALV", FR: "TVA", GB: "VAT", GR: "VAT", HR: "PDV", HU: "ÁFA", IE: "VAT", IT: "IVA", LT: "PVM", LU: "TVA",
  LV: "PVN", MT: "VAT", NL: "BTW", NO: "MVA", PL: "VAT", PT: "IVA", RO: "TVA", SE: "moms", SI: "DDV", SK: "DPH",
};

const notes: Readonly<Record<string, string>> = {
  // Minister for Finance on 2021-05-05; fitfinancials.ie on the rates of 2025.
  IE: "Ireland had different rates for gym access (9 %), fitness classes (13.5 %) and other sales (23 %) in 2025.",
  FR: "A reduced rate for gyms from 2026 was proposed in November 2025.",
  // GST journal, October 2025.
  IN: "5 % is without input tax credit. Sports services other than health clubs and fitness centres stay at 18 %.",
  US: "Each state decides whether gym memberships are taxed, and at which rate. Cities and counties may add their own.",
};

/** @public The usual tax of a country by ISO code; null if it is not known here. */
export const defaultTaxProfile = (country: string): TaxProfile | null => {
  const usual = { country, financial_year_start_month: 1, suggested_rates: ratesOf(country), note: noteOf(country) };
  if (country === "IN")
    return {
      ...usual,
      tax_name: "GST",
      kind: "gst",
      // Gyms quote their fee "plus GST": a fee of 1,000 became 1,180 and then 1,050.
      prices_inclusive: false,
      tax_id_name: "GSTIN",
      financial_year_start_month: 4,
    };
  if (country === "US")
    return { ...usual, tax_name: "Sales tax", kind: "sales_tax", prices_inclusive: false, tax_id_name: "EIN" };
  const tax_name = Object.hasOwn(vatNames, country) ? vatNames[country] : undefined;
  if (!tax_name) return null;
  return { ...usual, tax_name, kind: "vat", prices_inclusive: true, tax_id_name: "VAT number" };
};

const ratesOf = (country: string) => (Object.hasOwn(suggestedRates, country) ? (suggestedRates[country] ?? []) : []);

const noteOf = (country: string) => (Object.hasOwn(notes, country) ? (notes[country] ?? null) : null);
