import { asciiDigits } from "./digits";

export const E164 = /^\+[1-9]\d{6,14}$/;

const phoneFlags = ["plus_restored", "prefix_added", "extension_dropped"] as const;
type PhoneFlag = (typeof phoneFlags)[number];

type PhoneError = "mangled_by_spreadsheet" | "prefix_missing" | "not_a_phone_number";

export type CleanedPhone =
  | { ok: true; e164: string; flags: PhoneFlag[] }
  | { ok: false; code: PhoneError; message: string };

export type PhoneHints = {
  /** The country calling code of the gym: "44", "91". */
  calling_code?: string;
  /** Resolves ambiguous digits. Called for each interpretation, likeliest first. */
  isKnown?: (e164: string) => boolean;
};

/** Parses a phone number as people and spreadsheets write it. */
export const cleanPhone = (text: string, hints: PhoneHints = {}): CleanedPhone => {
  const bare = asciiDigits(text.normalize("NFKC"))
    .replace(/\p{Cf}/gu, "")
    .trim();
  if (/^\+?\d+([.,]\d+)?E\+?\d+$/i.test(bare)) return phoneErrors.mangled_by_spreadsheet;
  const { number, has_extension } = withoutExtension(bare.replace(/^(tel|phone|mobile|mob|ph|t|m)\s*[:.]\s*/i, ""));
  if (!/^\+?[\d\s().\-/\u2010-\u2015]*$/.test(number)) return phoneErrors.not_a_phone_number;
  const digits = number.replace(/^(\+[^(]*)\(0\)/, "$1").replace(/\D/g, "");
  const written_plus = /^\(?\+/.test(number);
  const extension: PhoneFlag[] = has_extension ? ["extension_dropped"] : [];
  const readings = written_plus ? [{ e164: `+${digits}`, flags: [] }] : readingsWithoutPlus(digits, hints.calling_code);
  const possible = readings.filter(({ e164 }) => E164.test(e164));
  const chosen = possible.find(({ e164 }) => hints.isKnown?.(e164)) ?? possible[0];
  if (chosen) return { ok: true, e164: chosen.e164, flags: [...chosen.flags, ...extension] };
  const is_local = !written_plus && digits.length >= 5 && digits.length <= 15;
  return is_local ? phoneErrors.prefix_missing : phoneErrors.not_a_phone_number;
};

type Reading = { e164: string; flags: PhoneFlag[] };

/** Countries whose numbers keep the leading 0 after the calling code. */
const KEEPS_LEADING_ZERO: ReadonlySet<string> = new Set(["39", "378", "225", "241", "242"]);
/** Minimum digits after the calling code to assume that only the plus is missing. */
const SHORTEST_NATIONAL = 9;

const readingsWithoutPlus = (digits: string, calling_code: string | undefined): Reading[] => {
  if (digits.startsWith("00")) return [{ e164: `+${digits.slice(2)}`, flags: [] }];
  if (!calling_code) return [];
  if (calling_code === "1" && /^011[2-9]/.test(digits)) return [{ e164: `+${digits.slice(3)}`, flags: [] }];
  const national = digits.startsWith("0") && !KEEPS_LEADING_ZERO.has(calling_code) ? digits.slice(1) : digits;
  const as_national: Reading = { e164: `+${calling_code}${national}`, flags: ["prefix_added"] };
  const as_international: Reading = { e164: `+${digits}`, flags: ["plus_restored"] };
  const after_prefix = digits.startsWith(calling_code) ? digits.length - calling_code.length : 0;
  if (after_prefix >= SHORTEST_NATIONAL) return [as_international, as_national];
  return after_prefix > 0 ? [as_national, as_international] : [as_national];
};

const withoutExtension = (text: string): { number: string; has_extension: boolean } => {
  const number = text.replace(/\s*[,;]?\s*(ext\.?|extension|x|#)\s*\d{1,6}$/i, "").replace(/^(\d+)\.0$/, "$1");
  return { number, has_extension: /(ext|x|#)/i.test(text) && number !== text };
};

const phoneError = (code: PhoneError, message: string): CleanedPhone & { ok: false } => ({ ok: false, code, message });

const phoneErrors = {
  mangled_by_spreadsheet: phoneError(
    "mangled_by_spreadsheet",
    "A spreadsheet has rounded this number. Format the column as text and export it again",
  ),
  prefix_missing: phoneError("prefix_missing", "Add the country prefix, as +44 or +91, or choose a default country"),
  not_a_phone_number: phoneError("not_a_phone_number", "This is not a phone number. Write it as +14155550132"),
};
