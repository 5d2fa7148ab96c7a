import { z } from "zod";

/** A language tag that Intl supports in this runtime. */
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
