import type { LineTax } from "@/lib/values/invoice-snapshot";
import { sumOf, toMinor } from "./proportion";

/** @public In minor units; net + tax = gross, and the taxes add up to `tax_minor`. The base of a tax is the net amount. */
export type TaxedLine = { net_minor: number; tax_minor: number; gross_minor: number; taxes: LineTax[] };

/** @public The totals of the document, with its taxes by name and rate, and the lines in their order. */
export type TaxedDocument = TaxedLine & { lines: TaxedLine[] };

export type TaxName = Pick<LineTax, "name" | "rate_ppm">;

export const taxedLine = (net: bigint, names: readonly TaxName[], amounts: readonly bigint[]): TaxedLine => {
  const [net_minor, tax_minor] = [toMinor(net), toMinor(sumOf(amounts))];
  const taxes = names.map(({ name, rate_ppm }, index) => ({
    name,
    rate_ppm,
    base_minor: net_minor,
    amount_minor: toMinor(amounts[index] ?? 0n),
  }));
  return { net_minor, tax_minor, gross_minor: net_minor + tax_minor, taxes };
};

const taxSetKey = (taxes: readonly TaxName[]): string =>
  JSON.stringify(taxes.map(({ name, rate_ppm }) => [name, rate_ppm]));

/** The indexes of lines with the same taxes at the same rates: they have one base. */
export const linesByTaxes = (taxes_of_lines: readonly (readonly TaxName[])[]): number[][] => {
  const groups = new Map<string, number[]>();
  for (const [index, taxes] of taxes_of_lines.entries()) {
    const key = taxSetKey(taxes);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return [...groups.values()];
};

/** @public The totals of lines, with one amount per name and rate of a tax. */
export const sumOfLines = (lines: readonly TaxedLine[]): TaxedLine => {
  const summary = new Map<string, LineTax>();
  const total: TaxedLine = { net_minor: 0, tax_minor: 0, gross_minor: 0, taxes: [] };
  for (const line of lines) {
    total.net_minor += line.net_minor;
    total.tax_minor += line.tax_minor;
    total.gross_minor += line.gross_minor;
    for (const tax of line.taxes) {
      const key = taxSetKey([tax]);
      const known = summary.get(key);
      if (known) {
        known.base_minor += tax.base_minor;
        known.amount_minor += tax.amount_minor;
      } else summary.set(key, { ...tax });
    }
  }
  return { ...total, taxes: [...summary.values()] };
};
