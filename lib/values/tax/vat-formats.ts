/** What follows the prefix. `written` is shown to the person who types the number. */
export type VatFormat = { country: string; prefix: string; pattern: RegExp; written: string };

const digits = (count: number): Pick<VatFormat, "pattern" | "written"> => ({
  pattern: new RegExp(`^\\d{${count}}$`),
  written: `${count} digits`,
});

const british = {
  pattern: /^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/,
  written: "9 digits (12 for a branch)",
};

/**
 * The formats of VAT numbers by ISO country code: the member states as VIES lists them, the United Kingdom, Northern Ireland (XI),
 * Switzerland and Norway. Read from published lists on 2026-11-30. Greece has the prefix EL. Only the format is held here: whether
 * a number is registered is known to the authority alone.
 */
export const vatFormats: Readonly<Record<string, VatFormat>> = {
  AT: { country: "Austria", prefix: "AT", pattern: /^U\d{8}$/, written: "U and 8 digits" },
  BE: { country: "Belgium", prefix: "BE", pattern: /^[01]\d{9}$/, written: "10 digits, of which the first is 0 or 1" },
  BG: { country: "Bulgaria", prefix: "BG", pattern: /^\d{9,10}$/, written: "9 or 10 digits" },
  CH: {
    country: "Switzerland",
    prefix: "CHE",
    pattern: /^\d{9}(MWST|TVA|IVA|TPV)?$/,
    written: "9 digits and MWST, TVA or IVA",
  },
  CY: { country: "Cyprus", prefix: "CY", pattern: /^\d{8}[A-Z]$/, written: "8 digits and a letter" },
  CZ: { country: "Czechia", prefix: "CZ", pattern: /^\d{8,10}$/, written: "8 to 10 digits" },
  DE: { country: "Germany", prefix: "DE", ...digits(9) },
  DK: { country: "Denmark", prefix: "DK", ...digits(8) },
  EE: { country: "Estonia", prefix: "EE", ...digits(9) },
  ES: {
    country: "Spain",
    prefix: "ES",
    pattern: /^([A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
    written: "9 characters, of which the first or the last is a letter",
  },
  FI: { country: "Finland", prefix: "FI", ...digits(8) },
  FR: {
    country: "France",
    prefix: "FR",
    pattern: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
    written: "2 characters (a key) and 9 digits",
  },
  GB: { country: "the United Kingdom", prefix: "GB", ...british },
  GR: { country: "Greece", prefix: "EL", ...digits(9) },
  HR: { country: "Croatia", prefix: "HR", ...digits(11) },
  HU: { country: "Hungary", prefix: "HU", ...digits(8) },
  IE: {
    country: "Ireland",
    prefix: "IE",
    pattern: /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
    written: "7 digits and one or two letters",
  },
  IT: { country: "Italy", prefix: "IT", ...digits(11) },
  LT: { country: "Lithuania", prefix: "LT", pattern: /^(\d{9}|\d{12})$/, written: "9 or 12 digits" },
  LU: { country: "Luxembourg", prefix: "LU", ...digits(8) },
  LV: { country: "Latvia", prefix: "LV", ...digits(11) },
  MT: { country: "Malta", prefix: "MT", ...digits(8) },
  NL: { country: "the Netherlands", prefix: "NL", pattern: /^\d{9}B\d{2}$/, written: "9 digits, B and 2 digits" },
  NO: { country: "Norway", prefix: "NO", pattern: /^\d{9}(MVA)?$/, written: "9 digits and MVA" },
  PL: { country: "Poland", prefix: "PL", ...digits(10) },
  PT: { country: "Portugal", prefix: "PT", ...digits(9) },
  RO: { country: "Romania", prefix: "RO", pattern: /^\d{2,10}$/, written: "2 to 10 digits" },
  SE: { country: "Sweden", prefix: "SE", ...digits(12) },
  SI: { country: "Slovenia", prefix: "SI", ...digits(8) },
  SK: { country: "Slovakia", prefix: "SK", ...digits(10) },
  XI: { country: "Northern Ireland", prefix: "XI", ...british },
};
