import { cleanTaxId } from "./clean-tax-id";
import { gstinProblem } from "./gstin";
import { type VatFormat, vatFormats } from "./vat-formats";

const formatOf = (country: string): VatFormat | undefined =>
  Object.hasOwn(vatFormats, country) ? vatFormats[country] : undefined;

const prefixes = [...new Set(Object.values(vatFormats).map(({ prefix }) => prefix))];

/**
 * L12: what is wrong with the format of a VAT number, as a sentence; null if nothing is, or if the formats of the country are not
 * known. The prefix of the country may be left out.
 * @public
 */
export const vatIdProblem = (country: string, text: string): string | null => {
  const format = formatOf(country);
  if (!format) return null;
  const id = cleanTaxId(text);
  const bare = id.startsWith(format.prefix) ? id.slice(format.prefix.length) : id;
  if (format.pattern.test(bare)) return null;
  const other = prefixes.find((prefix) => prefix !== format.prefix && id.startsWith(prefix));
  if (bare === id && other)
    return `A VAT number of ${format.country} begins with ${format.prefix}. This one begins with ${other}.`;
  return `A VAT number of ${format.country} is ${format.prefix} and ${format.written}.`;
};

/** @public L12: what is wrong with the format of an Employer Identification Number of the United States. */
export const einProblem = (text: string): string | null =>
  /^(?!00)\d{9}$/.test(cleanTaxId(text)) ? null : "An EIN has nine digits, as 12-3456789, and does not begin with 00.";

/** @public L12: what is wrong with the tax id of a business, by its ISO country code. Ids of other countries are not checked. */
export const taxIdProblem = (country: string, text: string): string | null =>
  country === "IN" ? gstinProblem(text) : country === "US" ? einProblem(text) : vatIdProblem(country, text);
