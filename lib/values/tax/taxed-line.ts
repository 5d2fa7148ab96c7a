import { sumOf, toMinor } from "./proportion";

/** @public One tax of a line or of a document, in minor units. `base_minor` is the net amount that it is computed on. */
export type TaxAmount = { name: string; rate_ppm: number; base_minor: number; amount_minor: number };

/** @public In minor units; net + tax = gross, and the taxes add up to `tax_minor`. */
export type TaxedLine = { net_minor: number; tax_minor: number; gross_minor: number; taxes: TaxAmount[] };

export type TaxName = Pick<TaxAmount, "name" | "rate_ppm">;

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

/** Lines with the same taxes at the same rates have one base. */
export const taxSetKey = (taxes: readonly TaxName[]): string =>
  JSON.stringify(taxes.map(({ name, rate_ppm }) => [name, rate_ppm]));

/** @public The totals of lines, with one amount per name and rate of a tax. */
export const sumOfLines = (lines: readonly TaxedLine[]): TaxedLine => {
  const summary = new Map<string, TaxAmount>();
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
