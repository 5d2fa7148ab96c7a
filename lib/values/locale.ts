import { z } from "zod";

/** A language tag whose numbers and dates this runtime can write. */
export const localeTag = z
  .string()
  .trim()
  .max(35)
  .refine((tag) => isWritable(tag), { error: "Choose a locale by its language tag, as en-US or hi-IN" })
  .overwrite((tag) => (isWritable(tag) ? (Intl.getCanonicalLocales(tag)[0] ?? tag) : tag));

function isWritable(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length === 1;
  } catch {
    return false;
  }
}
