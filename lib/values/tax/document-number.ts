import { shortFinancialYear } from "./financial-year";

/** @public */
export type DocumentNumberParts = {
  /** Without a separator at its end. */
  prefix: string;
  /** From financialYearOf, if the number shows it. */
  financial_year: string | null;
  /** 1 to 12, if the number shows it. */
  month?: number | null;
  sequence: number;
  /** The sequence is padded with zeros to this width. */
  digits: number;
};

/** @public L3: "INV-24402"; with a year "SHK/26-27/000123"; with year and month "SHK/26-27/04/0123". */
export const documentNumber = ({ prefix, financial_year, month, sequence, digits }: DocumentNumberParts): string => {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`${sequence} is not a number of a series`);
  const year = financial_year === null ? [] : [shortFinancialYear(financial_year)];
  const months = month ? [`${month}`.padStart(2, "0")] : [];
  const counted = `${sequence}`.padStart(digits, "0");
  const separator = year.length + months.length > 0 ? "/" : "-";
  return [prefix, ...year, ...months, counted].filter((part) => part !== "").join(separator);
};

/** Rule 46(b) of the CGST Rules. */
const INDIA_LONGEST = 16;

/** @public L3: why the country does not allow a number, as a sentence; null if it does. */
export const documentNumberProblem = (number: string, country: string): string | null => {
  if (country !== "IN") return null;
  if (!/^[A-Za-z0-9/-]*$/.test(number))
    return `In India a document number has only letters, digits, hyphens and slashes. ${number} has other characters.`;
  // The portal of e-invoices refuses it.
  if (/^[0/-]/.test(number))
    return `In India a document number begins with a letter or with a digit above 0. ${number} does not.`;
  if (number.length > INDIA_LONGEST)
    return `In India a document number has at most ${INDIA_LONGEST} characters. ${number} has ${number.length}.`;
  return null;
};
