import { invalid, Problem } from "@/lib/kernel/errors";
import { defaultTaxProfile } from "@/lib/values/tax/default-tax-profile";
import { checkSeries } from "@/lib/values/tax/document-series";
import { gstStateName } from "@/lib/values/tax/gst-states";
import { taxIdProblem } from "@/lib/values/tax/tax-id";
import type { LegalEntity } from "./seller";

export type EntityFields = Pick<
  LegalEntity,
  | "country"
  | "state_code"
  | "tax_ids"
  | "financial_year_starts_in"
  | "invoice_prefix"
  | "credit_note_prefix"
  | "number_digits"
  | "numbers_by_year"
>;

/** Throws 422 with the field that its country or its numbers do not allow. */
export function checkEntity(entity: EntityFields): void {
  checkPlace(entity);
  checkTaxIds(entity);
  for (const field of ["invoice_prefix", "credit_note_prefix"] as const) {
    const problem = checkSeries(patternOf(entity, entity[field]), entity.country);
    if (problem) throw invalid(field, problem);
  }
  if (entity.invoice_prefix.toLowerCase() === entity.credit_note_prefix.toLowerCase())
    throw invalid("credit_note_prefix", "Choose another prefix than that of invoices, so that no number occurs twice.");
}

const patternOf = (entity: EntityFields, prefix: string) => ({
  prefix,
  shows_financial_year: entity.numbers_by_year,
  shows_month: false,
  start_month: entity.financial_year_starts_in,
  digits: entity.number_digits,
  reset: entity.numbers_by_year ? ("financial_year" as const) : ("never" as const),
});

function checkPlace({ country, state_code }: EntityFields): void {
  if (country !== "IN") {
    if (state_code) throw invalid("state_code", "Only a seller in India has a GST state. Leave it empty.");
    return;
  }
  if (state_code && !gstStateName(state_code))
    throw invalid("state_code", "Choose a GST state code from 01 to 38, or 97.");
}

function checkTaxIds({ country, state_code, tax_ids }: EntityFields): void {
  const usual = defaultTaxProfile(country)?.tax_id_name.toLowerCase();
  for (const [index, { label, value }] of tax_ids.entries()) {
    if (label.toLowerCase() !== usual) continue;
    const problem = taxIdProblem(country, value);
    if (problem) throw invalid(`tax_ids.${index}.value`, problem);
    if (country === "IN" && state_code && !value.trim().startsWith(state_code))
      throw invalid(
        `tax_ids.${index}.value`,
        `The GSTIN of a seller in the state ${state_code} begins with ${state_code}.`,
      );
  }
}

export const repeatsNumbers = (number: string): Problem =>
  new Problem(
    "conflict",
    `With this setting the number ${number} would be given a second time. Choose a prefix that was not used before.`,
  );
