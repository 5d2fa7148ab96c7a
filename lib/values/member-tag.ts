import { z } from "zod";

/** A word of the gym's own. Without commas, which part the tags of a query string. */
export const memberTag = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^,]*$/, { error: "Leave commas out of a tag" });
