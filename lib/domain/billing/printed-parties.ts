import type { InvoiceDocument } from "@/lib/providers/pdf";
import type { Buyer, Seller } from "@/lib/values/invoice-snapshot";
import { languages } from "@/lib/values/notifications";

/** The language of the member, as the seller's region writes it. */
export function localeOf(seller: Seller, { language }: Buyer): string {
  const own = new Intl.Locale(seller.locale);
  if (!language || language === own.language) return seller.locale;
  return new Intl.Locale(language, own.region ? { region: own.region } : {}).toString();
}

const isKnown = (language: string): boolean => (languages as readonly string[]).includes(language);

const labels: Record<string, { tax_id: string; bank: string }> = {
  en: { tax_id: "Tax ID", bank: "Bank" },
  es: { tax_id: "NIF", bank: "Banco" },
  hi: { tax_id: "कर पहचान", bank: "बैंक" },
};

const labelsOf = (locale: string) => {
  const { language } = new Intl.Locale(locale);
  return labels[isKnown(language) ? language : "en"] as (typeof labels)[string];
};

/** With its labels in the language of the document. */
export function printedSeller(seller: Seller, locale: string): InvoiceDocument["seller"] {
  const { legal_name, trading_name, country, address, tax_ids, bank_details, footer, brand_color } = seller;
  return {
    ...{ name: trading_name, legal_name, country, address_lines: linesOf(address), tax_ids, contact_lines: [] },
    bank_details: bank_details ? [{ label: labelsOf(locale).bank, value: bank_details }] : [],
    ...{ footer, logo_png: null, brand_color },
  };
}

export function printedBuyer(
  { name, address, tax_id, country }: Buyer,
  seller: Seller,
  locale: string,
): InvoiceDocument["buyer"] {
  const label = (country ?? seller.country) === "IN" ? "GSTIN" : labelsOf(locale).tax_id;
  return { name, address_lines: linesOf(address), tax_id: tax_id ? { label, value: tax_id } : null };
}

const linesOf = (address: string | null): string[] =>
  (address ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
