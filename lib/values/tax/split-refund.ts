import { roundHalfUp } from "@/lib/values/money";
import { splitInProportion, sumOf } from "./proportion";
import { sumOfLines, type TaxAmount, type TaxedLine, taxedLine, taxSetKey } from "./taxed-line";

/** @public What splitRefund needs of a line of the original document, in minor units. */
export type RefundableLine = {
  net_minor: number;
  taxes: readonly Pick<TaxAmount, "name" | "rate_ppm" | "amount_minor">[];
};

type Group = { taxes: RefundableLine["taxes"]; net: bigint; amounts: bigint[] };

/**
 * K15: the net amount and the taxes of a refund, in the proportion of the original document and at its rates (L9). There is one
 * part per set of taxes; net + tax = gross in each part and in the total.
 *
 * Each refund is the difference between the rounded parts of all refunds with it and without it. So the refunds of a whole document
 * add up to exactly its net amount and taxes, in any number of steps. The amounts have the sign of the document.
 * @public
 */
export const splitRefund = (
  refund_minor: number,
  lines: readonly RefundableLine[],
  already_refunded_minor = 0,
): TaxedLine & { parts: TaxedLine[] } => {
  const groups = groupsOf(lines);
  const total = sumOf(groups.map(grossOf));
  const [before, after] = [BigInt(already_refunded_minor), BigInt(already_refunded_minor) + BigInt(refund_minor)];
  const sign = total < 0n ? -1n : 1n;
  if (sign * before < 0n || sign * after < sign * before || sign * after > sign * total)
    throw new RangeError(`${refund_minor} after ${already_refunded_minor} cannot be refunded of ${total}`);
  const [refunded_before, refunded_after] = [refundedOf(groups, before), refundedOf(groups, after)];
  const parts = groups.map(({ taxes }, index) => {
    const [one, other] = [refunded_before[index], refunded_after[index]];
    const amounts = taxes.map((_, at) => (other?.amounts[at] ?? 0n) - (one?.amounts[at] ?? 0n));
    return taxedLine((other?.net ?? 0n) - (one?.net ?? 0n), taxes, amounts);
  });
  return { ...sumOfLines(parts), parts };
};

/** The parts of everything that is refunded once `gross` is. */
const refundedOf = (groups: readonly Group[], gross: bigint): { net: bigint; amounts: bigint[] }[] => {
  const shares = splitInProportion(gross, groups.map(grossOf));
  return groups.map((group, index) => {
    const [share, whole] = [shares[index] ?? 0n, grossOf(group)];
    const numerator = share * sumOf(group.amounts);
    const tax = whole === 0n ? 0n : roundHalfUp({ numerator, denominator: whole });
    return { net: share - tax, amounts: splitInProportion(tax, group.amounts) };
  });
};

const grossOf = ({ net, amounts }: Group): bigint => net + sumOf(amounts);

const groupsOf = (lines: readonly RefundableLine[]): Group[] => {
  const groups = new Map<string, Group>();
  for (const { net_minor, taxes } of lines) {
    const key = taxSetKey(taxes);
    const group = groups.get(key) ?? { taxes, net: 0n, amounts: taxes.map(() => 0n) };
    group.net += BigInt(net_minor);
    group.amounts = group.amounts.map((amount, index) => amount + BigInt(taxes[index]?.amount_minor ?? 0));
    groups.set(key, group);
  }
  return [...groups.values()];
};
