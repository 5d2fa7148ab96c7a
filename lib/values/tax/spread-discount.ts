import { allocate } from "@/lib/values/money";

/**
 * L11: takes a discount off the lines of a document before tax, in proportion to their amounts, so that each rate gets its share.
 * The discount has the sign of the lines that it reduces: positive on a sale, negative on its credit. Lines of the other sign keep
 * their amount. No line changes its sign. In minor units.
 * @public
 */
export const spreadDiscount = <L extends { amount_minor: number }>(
  lines: readonly L[],
  discount_minor: number,
): (L & { discount_minor: number })[] => {
  if (discount_minor === 0) return lines.map((line) => ({ ...line, discount_minor: 0 }));
  const sign = Math.sign(discount_minor);
  const weights = lines.map(({ amount_minor }) => Math.max(sign * amount_minor, 0));
  const reducible = weights.reduce((all, weight) => all + weight, 0);
  if (!(Math.abs(discount_minor) <= reducible))
    throw new RangeError(`A discount of ${discount_minor} is more than the lines that it reduces`);
  const parts = allocate(discount_minor, weights);
  return lines.map((line, index) => {
    const part = parts[index] ?? 0;
    return { ...line, amount_minor: line.amount_minor - part, discount_minor: part };
  });
};
