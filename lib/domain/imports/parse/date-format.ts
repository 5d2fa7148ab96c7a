import { asciiDigits } from "@/lib/values/digits";

/** The order of day, month and year in a file. ISO dates and month names are read with any of them. */
const dateFormats = ["iso", "dmy", "mdy"] as const;
export type DateFormat = (typeof dateFormats)[number];

export type DateFormatFinding = {
  /** `ambiguous`: every date fits both orders. `mixed`: some dates fit only one order, some only the other. `none`: no dates. */
  format: DateFormat | "ambiguous" | "mixed" | "none";
  /** A date of the file as evidence. */
  example: string | null;
};

/** Collects evidence date by date, so that memory does not depend on the file's size. */
export const dateFormatEvidence = () => {
  const seen: Partial<Record<DateFormat | "either", string>> = {};
  return {
    add: (text: string): void => {
      const kind = orderOf(text);
      if (kind && !seen[kind]) seen[kind] = text.trim();
    },
    finding: (): DateFormatFinding => {
      if (seen.dmy && seen.mdy) return { format: "mixed", example: seen.mdy };
      if (seen.dmy) return { format: "dmy", example: seen.dmy };
      if (seen.mdy) return { format: "mdy", example: seen.mdy };
      if (seen.either) return { format: "ambiguous", example: seen.either };
      return seen.iso ? { format: "iso", example: seen.iso } : { format: "none", example: null };
    },
  };
};

export const dateFormatNamedIn = (header: string): DateFormat | null => {
  if (/\b(dd?|tt?|jj?)[\s./-]*mm?[\s./-]*(yy|jj|aa)/i.test(header)) return "dmy";
  if (/\bmm?[\s./-]*(dd?|jj?)[\s./-]*(yy|aa)/i.test(header)) return "mdy";
  return /\b(yyyy|jjjj|aaaa)[\s./-]*mm/i.test(header) ? "iso" : null;
};

export type NumericDate = { first: number; second: number; year: string; mark: string };

/** 8.3.2026, 08/03/26 or 08-03-2026, optionally followed by a time. */
export const numericDate = (text: string): NumericDate | null => {
  const found = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d./-])/.exec(asciiDigits(text).trim());
  if (!found) return null;
  const [, first, mark, second, year] = found;
  return { first: Number(first), second: Number(second), year: year ?? "", mark: mark ?? "" };
};

const orderOf = (text: string): DateFormat | "either" | null => {
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(asciiDigits(text).trim())) return "iso";
  const date = numericDate(text);
  if (!date) return null;
  if (date.first > 12 && date.second <= 12) return "dmy";
  if (date.second > 12 && date.first <= 12) return "mdy";
  if (date.first > 12) return null;
  // Month-first dates do not use dots.
  return date.mark === "." ? "dmy" : "either";
};
