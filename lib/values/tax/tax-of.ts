import type { CalendarDay } from "@/lib/values/calendar-day";
import { roundHalfUp } from "@/lib/values/money";
import { roundToSum, splitInProportion, sumOf, toMinor } from "./proportion";
import { ratesOn, type TaxRate, WHOLE_PPM } from "./tax-rate";
import { linesByTaxes, sumOfLines, type TaxedDocument, type TaxedLine, taxedLine } from "./taxed-line";

/** @public `amount_minor` is signed: net where prices are exclusive of tax, gross where they are inclusive. */
export type TaxLine = { amount_minor: number; tax_class: string; supply_on: CalendarDay };

/**
 * The taxes of a document.
 *
 * Rounding (C10, L10): lines with the same taxes have one base. The tax on it is rounded once, half-up, over the document. The
 * result is then split to whole units: over the lines by largest remainder, so no line is a unit off its exact tax, and the lines
 * sum to the document; within each line over its taxes in proportion to their rates, with what was rounded carried on to the next
 * line.
 * Why once, and why the sum of the rates: a net base N becomes N + round(N x r). Extracted from this gross amount, the tax is
 * round(N x r) again for each r above 0, because the error of the rounding is divided by 1 + r and so stays below one half. With a
 * rounding per line or per tax, the errors add up and the two ways of pricing differ. A gross amount that no net amount
 * produces (at 18 %, 0.03) has only the inclusive reading.
 *
 * Negated lines give the negated result. A credit of a part of a document comes from `splitRefund`, not from a new computation.
 * @public
 */
export const taxOf = (
  lines: readonly TaxLine[],
  { inclusive, rates }: { inclusive: boolean; rates: readonly TaxRate[] },
): TaxedDocument => {
  const taxes_of_lines = lines.map((line) => requiredRates(rates, line));
  const taxed: TaxedLine[] = [];
  for (const indexes of linesByTaxes(taxes_of_lines)) {
    const amounts = indexes.map((index) => BigInt(lines[index]?.amount_minor ?? 0));
    const group = taxedGroup(amounts, taxes_of_lines[indexes[0] ?? 0] ?? [], inclusive);
    for (const [at, line] of group.entries()) taxed[indexes[at] ?? 0] = line;
  }
  const total = sumOfLines(taxed);
  for (const minor of [total.net_minor, total.tax_minor, total.gross_minor]) toMinor(BigInt(minor));
  return { ...total, lines: taxed };
};

const taxedGroup = (amounts: readonly bigint[], taxes: readonly TaxRate[], inclusive: boolean): TaxedLine[] => {
  const weights = taxes.map(({ rate_ppm }) => BigInt(rate_ppm));
  const rate = sumOf(weights);
  const denominator = BigInt(WHOLE_PPM) + (inclusive ? rate : 0n);
  const base = sumOf(amounts);
  // Floors are not symmetric. The sign of the base is taken out, so that negated amounts give negated taxes.
  const sign = (base || amounts.find((amount) => amount !== 0n) || 1n) < 0n ? -1n : 1n;
  const line_taxes = roundToSum(
    amounts.map((amount) => sign * amount * rate),
    denominator,
    roundHalfUp({ numerator: sign * base * rate, denominator }),
  );
  let so_far = 0n;
  let split_so_far = weights.map(() => 0n);
  return amounts.map((amount, index) => {
    const tax = line_taxes[index] ?? 0n;
    so_far += tax;
    const split = splitInProportion(so_far, weights);
    const parts = split.map((part, at) => sign * (part - (split_so_far[at] ?? 0n)));
    split_so_far = split;
    return taxedLine(inclusive ? amount - sign * tax : amount, taxes, parts);
  });
};

/** A line without a rate is refused, because no tax and a forgotten tax must not look the same. */
const requiredRates = (rates: readonly TaxRate[], { tax_class, supply_on, amount_minor }: TaxLine): TaxRate[] => {
  if (!Number.isSafeInteger(amount_minor)) throw new RangeError(`${amount_minor} is not a whole amount`);
  const found = ratesOn(rates, tax_class, supply_on);
  if (found.length === 0) throw new RangeError(`No tax rate of ${tax_class} applies on ${supply_on}`);
  if (new Set(found.map(({ name }) => name)).size < found.length)
    throw new RangeError(`Two tax rates of ${tax_class} with the same name apply on ${supply_on}`);
  return found;
};
