/** Splits of whole minor units as bigint. */

/** Halves go down, so that a later part gets the odd unit. The denominator is positive. */
const roundHalfDown = (numerator: bigint, denominator: bigint): bigint => {
  const [n, d] = [2n * numerator + denominator - 1n, 2n * denominator];
  return n < 0n && n % d !== 0n ? n / d - 1n : n / d;
};

export const sumOf = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n);

/**
 * Splits a total in proportion to weights that may have different signs. The parts add up to the total, and a total that equals
 * the sum of the weights gives the weights themselves. Negated weights with a negated total give negated parts.
 *
 * Each part only grows while the total grows. So the differences between the parts of two totals are a split of the difference,
 * without a unit in the wrong direction. Largest remainders do not have this property.
 * The weights against the sum come first: otherwise the rest of the weights could reach zero before the end.
 */
export const splitInProportion = (total: bigint, weights: readonly bigint[]): bigint[] => {
  const sum = sumOf(weights);
  if (sum === 0n && total !== 0n) throw new RangeError("An amount cannot be split over parts that sum to 0");
  const sign = sum < 0n ? -1n : 1n;
  const signed = weights.map((weight, index) => ({ index, weight: sign * weight }));
  const ordered = [...signed.filter(({ weight }) => weight < 0n), ...signed.filter(({ weight }) => weight >= 0n)];
  const parts = weights.map(() => 0n);
  let rest = sign * total;
  let weight_left = sign * sum;
  for (const { index, weight } of ordered) {
    if (weight_left === 0n) break;
    const part = roundHalfDown(rest * weight, weight_left);
    parts[index] = sign * part;
    rest -= part;
    weight_left -= weight;
  }
  return parts;
};

/**
 * Rounds the fractions numerator / denominator to whole units that sum to `total`, which must be the rounded sum of the fractions.
 * None is a whole unit off. The units that the floors leave over go to the largest remainders; of equal ones, to the last.
 */
export const roundToSum = (numerators: readonly bigint[], denominator: bigint, total: bigint): bigint[] => {
  const parts = numerators.map((numerator, index) => {
    const remainder = ((numerator % denominator) + denominator) % denominator;
    return { index, units: (numerator - remainder) / denominator, remainder };
  });
  const left_over = Number(total - sumOf(parts.map(({ units }) => units)));
  const topped_up = new Set(
    parts
      .toSorted((a, b) => (a.remainder === b.remainder ? b.index - a.index : a.remainder < b.remainder ? 1 : -1))
      .slice(0, left_over)
      .map(({ index }) => index),
  );
  return parts.map(({ index, units }) => units + (topped_up.has(index) ? 1n : 0n));
};

/** C9: back to a number of minor units, which must stay exact. */
export const toMinor = (value: bigint): number => {
  const minor = Number(value);
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${value} is too large for an amount`);
  return minor;
};
