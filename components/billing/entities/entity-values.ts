import { defaultTaxProfile } from "@/lib/values/tax/default-tax-profile";
import type { LegalEntity } from "./entity";

/** What the controls hold. */
export type EntityValues = {
  legal_name: string;
  address: string;
  country: string;
  state_code: string;
  tax_ids: { label: string; value: string }[];
  due_days: string;
  financial_year_starts_in: string;
  invoice_prefix: string;
  credit_note_prefix: string;
  number_digits: string;
  numbers_by_year: boolean;
  bank_details: string;
  invoice_footer: string;
  late_fee: LateFeeValues;
  location_ids: string[] | false;
};

/** The amounts are in minor units; null while a text is no amount. */
type LateFeeValues = {
  kind: "off" | "amount" | "percent";
  after_days: string;
  amount_minor: number | null;
  /** In percent, as it is typed. */
  rate_ppm: string;
  max_minor: number | null;
  tax_class: string;
};

/** Where an error of the server is shown. */
export const fieldNames = [
  "legal_name",
  "address",
  "country",
  "state_code",
  "tax_ids.0.value",
  "due_days",
  "financial_year_starts_in",
  "invoice_prefix",
  "credit_note_prefix",
  "number_digits",
  "bank_details",
  "invoice_footer",
  "late_fee.after_days",
  "late_fee.amount_minor",
  "late_fee.rate_ppm",
  "late_fee.max_minor",
  "late_fee.tax_class",
  "location_ids",
] as const;

/** A new one begins as is usual in its country. ZZ is an unknown country, which nobody chose. */
export function valuesOf(entity: LegalEntity | null, country: string): EntityValues {
  const usual = defaultTaxProfile(country);
  const label = defaultTaxProfile(entity?.country ?? country)?.tax_id_name ?? "Tax id";
  return {
    legal_name: entity?.legal_name ?? "",
    address: entity?.address ?? "",
    country: entity?.country === "ZZ" ? "" : (entity?.country ?? country),
    state_code: entity?.state_code ?? "",
    tax_ids: entity && entity.tax_ids.length > 0 ? entity.tax_ids : [{ label, value: "" }],
    due_days: `${entity?.due_days ?? 0}`,
    financial_year_starts_in: `${entity?.financial_year_starts_in ?? usual?.financial_year_start_month ?? 1}`,
    invoice_prefix: entity?.invoice_prefix ?? "INV",
    credit_note_prefix: entity?.credit_note_prefix ?? "CN",
    number_digits: `${entity?.number_digits ?? 5}`,
    numbers_by_year: entity?.numbers_by_year ?? country === "IN",
    bank_details: entity?.bank_details ?? "",
    invoice_footer: entity?.invoice_footer ?? "",
    late_fee: lateFeeValues(entity?.late_fee ?? null),
    location_ids: entity?.location_ids ?? [],
  };
}

const lateFeeValues = (fee: LegalEntity["late_fee"]): LateFeeValues => ({
  kind: fee?.kind ?? "off",
  after_days: `${fee?.after_days ?? 14}`,
  amount_minor: fee?.amount_minor ?? null,
  rate_ppm: fee?.rate_ppm ? `${fee.rate_ppm / 10_000}` : "",
  max_minor: fee?.max_minor ?? null,
  tax_class: fee?.tax_class ?? "standard",
});

function lateFeeInput({ kind, after_days, amount_minor, rate_ppm, max_minor, tax_class }: LateFeeValues) {
  const terms = { after_days: Number(after_days), tax_class };
  if (kind === "off") return null;
  if (kind === "amount") return { ...terms, kind, amount_minor: amount_minor ?? 0 };
  return { ...terms, kind, rate_ppm: Math.round(Number(rate_ppm.replace(",", ".")) * 10_000), max_minor };
}

const orNull = (text: string): string | null => text.trim() || null;

export function inputOf({ location_ids: _, ...values }: EntityValues) {
  const { address, state_code, tax_ids, bank_details, invoice_footer } = values;
  return {
    ...values,
    address: orNull(address),
    state_code: values.country === "IN" ? orNull(state_code) : null,
    tax_ids: tax_ids.filter(({ value }) => value.trim() !== ""),
    due_days: Number(values.due_days),
    financial_year_starts_in: Number(values.financial_year_starts_in),
    number_digits: Number(values.number_digits),
    bank_details: orNull(bank_details),
    invoice_footer: orNull(invoice_footer),
    late_fee: lateFeeInput(values.late_fee),
  };
}
