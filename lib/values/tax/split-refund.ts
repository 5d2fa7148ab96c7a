import type { LineTax } from "@/lib/values/invoice-snapshot";
import { roundHalfUp } from "@/lib/values/money";
import { splitInProportion, sumOf } from "./proportion";
import { linesByTaxes, sumOfLines, type TaxedDocument, taxedLine } from "./taxed-line";

/** @public What splitRefund needs of a line of the original document, in minor units. */
export type RefundableLine = {
  net_minor: number;
  taxes: readonly Pick<LineTax, "name" | "rate_ppm" | "amount_minor">[];
};

type Part = { net: bigint; amounts: bigint[] };

/**
 * K15: the net amount and the taxes of a refund, in the proportion of the original document and at its rates (L9), for each of its
 * lines. The tax is rounded once for the lines with the same taxes, and net + tax = gross in each line and in the total.
 *
 * Each refund is the difference between the rounded parts of all refunds with it and without it. So the refunds of a whole document
 * add up to exactly its net amount and taxes, in any number of steps. The amounts have the sign of the document.
 * @public
 */
export const splitRefund = (
  refund_minor: number,
  lines: readonly RefundableLine[],
  already_refunded_minor = 0,
): TaxedDocument => {
  const originals = lines.map(({ net_minor, taxes }) => ({
    net: BigInt(net_minor),
    amounts: taxes.map(({ amount_minor }) => BigInt(amount_minor)),
  }));
  const total = sumOf(originals.map(grossOf));
  const [before, after] = [BigInt(already_refunded_minor), BigInt(already_refunded_minor) + BigInt(refund_minor)];
  const sign = total < 0n ? -1n : 1n;
  if (sign * before < 0n || sign * after < sign * before || sign * after > sign * total)
    throw new RangeError(`${refund_minor} after ${already_refunded_minor} cannot be refunded of ${total}`);
  const groups = linesByTaxes(lines.map(({ taxes }) => taxes));
  const [one, other] = [refundedOf(originals, groups, before), refundedOf(originals, groups, after)];
  const refunded = lines.map(({ taxes }, index) => {
    const [earlier, later] = [one[index], other[index]];
    const amounts = taxes.map((_, at) => (later?.amounts[at] ?? 0n) - (earlier?.amounts[at] ?? 0n));
    return taxedLine((later?.net ?? 0n) - (earlier?.net ?? 0n), taxes, amounts);
  });
  return { ...sumOfLines(refunded), lines: refunded };
};

/** The parts of the lines once `gross` is refunded. Each of them only grows with it. */
const refundedOf = (originals: readonly Part[], groups: readonly number[][], gross: bigint): Part[] => {
  const refunded: Part[] = [];
  const members = groups.map((indexes) => indexes.flatMap((index) => originals[index] ?? []));
  const wholes = members.map((parts) => sumOf(parts.map(grossOf)));
  const shares = splitInProportion(gross, wholes);
  for (const [at, indexes] of groups.entries()) {
    const [parts, whole, share] = [members[at] ?? [], wholes[at] ?? 0n, shares[at] ?? 0n];
    const by_tax = (parts[0]?.amounts ?? []).map((_, tax) => parts.map(({ amounts }) => amounts[tax] ?? 0n));
    const numerator = share * sumOf(by_tax.map(sumOf));
    const tax = whole === 0n ? 0n : roundHalfUp({ numerator, denominator: whole });
    const nets = splitInProportion(
      share - tax,
      parts.map(({ net }) => net),
    );
    const taxes = splitInProportion(tax, by_tax.map(sumOf)).map((part, of) =>
      splitInProportion(part, by_tax[of] ?? []),
    );
    for (const [line, index] of indexes.entries())
      refunded[index] = { net: nets[line] ?? 0n, amounts: taxes.map((amounts) => amounts[line] ?? 0n) };
  }
  return refunded;
};

const grossOf = ({ net, amounts }: Part): bigint => net + sumOf(amounts);
