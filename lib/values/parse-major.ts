import { type Currency, currencyExponent } from "./currency";
import { asciiDigits } from "./digits";

export type DecimalMark = { decimal?: "." | "," };

const SPACES_AND_APOSTROPHES = /[\s\u00a0\u202f\u2009'’]/gu;

/**
 * Parses an amount as people type it into minor units: 1,234.50 · 1.234,50 · 1 234,50 · ₹1,48,000 · (12.00) · −5. Null if it is not an
 * amount. A single mark before exactly three digits is a thousands separator, unless `decimal` says otherwise.
 */
export const parseMajor = (text: string, currency: Currency, { decimal }: DecimalMark = {}): number | null => {
  const bare = withoutCurrency(asciiDigits(text.normalize("NFKC")).trim());
  const in_brackets = /^\((.*)\)$/.exec(bare)?.[1];
  const sign = /^([-\u2212+])?(.*?)(-)?$/.exec((in_brackets ?? bare).replace(SPACES_AND_APOSTROPHES, ""));
  const digits = sign?.[2] ?? "";
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(digits)) return null;
  const exponent = currencyExponent(currency);
  const parts = splitAtDecimal(digits, exponent, decimal);
  if (!parts || parts.fraction.length > exponent) return null;
  const minor = Number(BigInt(parts.whole + parts.fraction.padEnd(exponent, "0")));
  if (!Number.isSafeInteger(minor)) return null;
  const is_negative = in_brackets !== undefined || sign?.[1] === "-" || sign?.[1] === "\u2212" || sign?.[3] === "-";
  return is_negative && minor !== 0 ? -minor : minor;
};

const withoutCurrency = (text: string): string =>
  text.replace(/\b[A-Za-z]{0,3}\p{Sc}|\p{Sc}|\b[A-Za-z]{1,3}\.?(?=\s|\d|$)|(?<=\d\s*)[A-Za-z]{2,3}$/gu, "").trim();

const splitAtDecimal = (
  digits: string,
  exponent: number,
  decimal: "." | "," | undefined,
): { whole: string; fraction: string } | null => {
  const mark = decimal ?? likelyDecimal(digits, exponent);
  const at = mark ? digits.indexOf(mark) : -1;
  if (mark && at !== digits.lastIndexOf(mark)) return null;
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? "" : digits.slice(at + 1);
  if (!/^\d*$/.test(fraction) || !isGrouped(whole)) return null;
  return { whole: whole.replace(/[.,]/g, "") || "0", fraction };
};

const likelyDecimal = (digits: string, exponent: number): "." | "," | null => {
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (last < 0) return null;
  const mark = digits[last] === "." ? "." : ",";
  const other = mark === "." ? "," : ".";
  if (digits.includes(other)) return mark;
  const is_repeated = digits.indexOf(mark) !== last;
  const digits_after = digits.length - last - 1;
  if (is_repeated) return null;
  if (digits_after === 3) return exponent === 3 && mark === "." ? mark : null;
  return mark;
};

/** Groups of three digits, or Indian grouping (twos with a final three). Only one kind of separator. */
const isGrouped = (whole: string): boolean =>
  /^\d*$/.test(whole) || /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?:\.\d{3})+$|^\d{1,2}(?:,\d{2})*,\d{3}$/.test(whole);
