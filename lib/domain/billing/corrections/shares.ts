import { allocate } from "@/lib/values/money";
import { splitRefund } from "@/lib/values/tax/split-refund";
import type { TaxedLine } from "@/lib/values/tax/taxed-line";
import type { CreditedLine } from "./credited-lines";

export type CreditShare = { line: CreditedLine; taxed: TaxedLine };

const leftOf = ({ total_minor, credited }: CreditedLine): number => total_minor - credited.total_minor;

/** What earlier credit notes left of all lines. */
export const creditableOf = (lines: readonly CreditedLine[]): number =>
  lines.reduce((all, line) => all + leftOf(line), 0);

/** All that is left: exactly what is missing of each line and each tax. */
export function wholeRest(lines: readonly CreditedLine[]): CreditShare[] {
  return lines.map((line) => {
    const net_minor = line.net_minor - line.credited.net_minor;
    const taxes = line.taxes.map((tax, at) => ({
      ...tax,
      base_minor: net_minor,
      amount_minor: tax.amount_minor - (line.credited.taxes[at] ?? 0),
    }));
    const tax_minor = taxes.reduce((all, { amount_minor }) => all + amount_minor, 0);
    return { line, taxed: { net_minor, tax_minor, gross_minor: net_minor + tax_minor, taxes } };
  });
}

/** K15: an amount of the whole document, in the proportion of its lines. */
export function ofDocument(lines: readonly CreditedLine[], amount_minor: number): CreditShare[] {
  if (amount_minor === creditableOf(lines)) return wholeRest(lines);
  const before = lines.reduce((all, { credited }) => all + credited.total_minor, 0);
  if (isInProportion(lines, before)) {
    const split = splitRefund(amount_minor, lines, before).lines;
    return lines.map((line, at) => ({ line, taxed: split[at] as TaxedLine }));
  }
  // An earlier credit note named single lines: what is left of them decides.
  const positive = lines.filter((line) => leftOf(line) > 0);
  const parts = allocate(amount_minor, positive.map(leftOf));
  return ofLines(new Map(positive.map((line, at) => [line, parts[at] ?? 0])));
}

/** K15: an amount of each of some lines. */
export const ofLines = (amounts: ReadonlyMap<CreditedLine, number>): CreditShare[] =>
  [...amounts].map(([line, amount_minor]) => {
    if (amount_minor === leftOf(line)) return wholeRest([line])[0] as CreditShare;
    const [taxed] = splitRefund(amount_minor, [line], line.credited.total_minor).lines;
    return { line, taxed: taxed as TaxedLine };
  });

/** A line of which nothing is credited is no line of the credit note. */
export const notEmpty = (shares: CreditShare[]): CreditShare[] =>
  shares.filter(({ taxed }) => taxed.net_minor !== 0 || taxed.tax_minor !== 0);

/** Whether all earlier credit notes were amounts of the whole document, so that the next one continues them. */
function isInProportion(lines: readonly CreditedLine[], before: number): boolean {
  const split = splitRefund(before, lines).lines;
  return lines.every(({ credited }, at) => {
    const taxed = split[at];
    return taxed?.gross_minor === credited.total_minor && taxed.net_minor === credited.net_minor;
  });
}
