import { type Currency, currencyExponent } from "./currency";

export { type Currency, currencyCodes } from "./currency";
export { parseMajor } from "./parse-major";

export type Rational = { numerator: bigint; denominator: bigint };

/** @public Rounds halves away from zero, so that a credit equals its charge. */
export const roundHalfUp = ({ numerator, denominator }: Rational): bigint => {
  if (denominator === 0n) throw new RangeError("An amount cannot be divided by zero");
  const is_negative = numerator < 0n !== denominator < 0n;
  const [n, d] = [magnitude(numerator), magnitude(denominator)];
  const rounded = (2n * n + d) / (2n * d);
  return is_negative ? -rounded : rounded;
};

/** @public Splits a total in proportion to integer weights. Remaining units go to the largest remainders; of equal ones, to the last. */
export const allocate = (total_minor: number, weights: readonly number[]): number[] => {
  if (!Number.isSafeInteger(total_minor)) throw new RangeError(`${total_minor} is not a whole amount`);
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError("Weights must be whole numbers of at least 0");
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (sum === 0n) throw new RangeError("At least one weight must be above 0");
  const total = magnitude(BigInt(total_minor));
  const parts = weights.map((weight, index) => {
    const share = total * BigInt(weight);
    return { index, units: share / sum, remainder: share % sum };
  });
  const left_over = Number(total - parts.reduce((all, { units }) => all + units, 0n));
  const topped_up = new Set(
    parts
      .toSorted((a, b) => (a.remainder === b.remainder ? b.index - a.index : a.remainder < b.remainder ? 1 : -1))
      .slice(0, left_over)
      .map(({ index }) => index),
  );
  const sign = total_minor < 0 ? -1 : 1;
  return parts.map(({ index, units }) => sign * (Number(units) + (topped_up.has(index) ? 1 : 0)) || 0);
};

/** "1234.50": the exact decimal text, for inputs and files. */
export const toMajorText = (minor: number, currency: Currency): `${number}` => {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a whole amount`);
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0");
  const cut = digits.length - exponent;
  const text = exponent === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return `${minor < 0 ? "-" : ""}${text}` as `${number}`;
};

const COMPACT_FROM_MAJOR = 10_000;

/** `compact` drops the minor units of totals of 10,000 and more. Do not use it for charges. */
export const formatMoney = (minor: number, currency: string, locale: string, { compact = false } = {}): string => {
  const code = currency as Currency;
  const exponent = currencyExponent(code);
  const digits = compact && Math.abs(minor) >= COMPACT_FROM_MAJOR * 10 ** exponent ? 0 : exponent;
  return formatter(locale, code, digits)
    .formatToParts(toMajorText(minor, code) as unknown as number)
    .map(({ type, value }) => (type === "minusSign" ? value.replace("-", "\u2212") : value))
    .join("");
};

const formatters = new Map<string, Intl.NumberFormat>();

const formatter = (locale: string, currency: Currency, digits: number): Intl.NumberFormat => {
  const key = `${locale} ${currency} ${digits}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formatters.set(key, made);
  return made;
};

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
