import { asciiDigits } from "@/lib/values/digits";

/** @public L12: a tax id as it is stored: without spaces, dots and hyphens, in capitals. */
export const cleanTaxId = (text: string): string =>
  asciiDigits(text.normalize("NFKC"))
    .replace(/[\s.\-\u2010-\u2015\p{Cf}]/gu, "")
    .toUpperCase();
