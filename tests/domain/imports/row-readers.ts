import type { ParseOptions } from "@/lib/domain/imports/parse/imported-row";
import { parseRow } from "@/lib/domain/imports/parse/parse-row";
import { recogniseColumns } from "@/lib/domain/imports/parse/recognise-columns";
import { isKnownNumber } from "@/lib/domain/members";

export const options: ParseOptions = {
  date_format: "dmy",
  currency: "USD",
  today: "2026-03-05",
  calling_code: "44",
  isKnownPhone: isKnownNumber,
};

export type Cells = Record<string, string>;
export const parse = (cells: Cells, overrides: Partial<ParseOptions> = {}) =>
  parseRow(Object.values(cells), recogniseColumns(Object.keys(cells)).mapping, { ...options, ...overrides });

export const person: Cells = { "First name": "Rahel", "Last name": "Tesfaye" };
export const sold: Cells = { ...person, Plan: "Unlimited", "Start date": "25/08/2025" };

export const rowOf = (cells: Cells, overrides: Partial<ParseOptions> = {}) => {
  const parsed = parse(cells, overrides);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.row;
};
export const membershipOf = (cells: Cells, overrides: Partial<ParseOptions> = {}) =>
  rowOf({ ...sold, ...cells }, overrides).membership;
export const codesOf = (cells: Cells, overrides: Partial<ParseOptions> = {}) =>
  parse(cells, overrides).problems.map(({ code }) => code);
