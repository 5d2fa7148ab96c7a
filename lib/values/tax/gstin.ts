import { cleanTaxId } from "./clean-tax-id";
import { gstStateName } from "./gst-states";

/** State code, PAN, number of the registration, "Z" (other characters are rare), check character. */
const SHAPE = /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z][1-9A-JZ][0-9A-Z]$/;

const BASE = 36;

/** @public L12: what is wrong with an Indian GSTIN, as a sentence; null if nothing is. */
export const gstinProblem = (text: string): string | null => {
  const gstin = cleanTaxId(text);
  if (gstin.length !== 15) return `A GSTIN has 15 characters. This one has ${gstin.length}.`;
  if (!SHAPE.test(gstin))
    return "A GSTIN has two digits, then the PAN (five letters, four digits, a letter), then three characters, as 27AAPFU0939F1ZV.";
  const state = gstin.slice(0, 2);
  if (!gstStateName(state)) return `A GSTIN begins with the code of a state. ${state} is none.`;
  if (checkCharacter(gstin.slice(0, 14)) !== gstin[14])
    return "The last character of this GSTIN does not fit the others. Compare it with the certificate of registration.";
  return null;
};

/** @public */
export const isGstin = (text: string): boolean => gstinProblem(text) === null;

/** Weights 1 and 2 in turn; of each product, the two digits in base 36 are added. */
const checkCharacter = (text: string): string => {
  const sum = [...text].reduce((all, character, index) => {
    const product = Number.parseInt(character, BASE) * (index % 2 === 0 ? 1 : 2);
    return all + Math.floor(product / BASE) + (product % BASE);
  }, 0);
  return ((BASE - (sum % BASE)) % BASE).toString(BASE).toUpperCase();
};
