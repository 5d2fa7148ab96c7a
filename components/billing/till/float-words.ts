import type { FloatSource } from "@/lib/values/billing";

/** What a float that is not what was left in the drawer is called in the report. */
export const floatWords: Record<FloatSource, string> = {
  safe: "Of the float, out of the safe",
  outside: "Of the float, from outside",
  difference: "Of the float, unexplained",
};
