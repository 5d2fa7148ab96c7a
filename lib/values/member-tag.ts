import { z } from "zod";

/** A gym-defined tag. Commas are not allowed, because they separate tags in a query string. */
export const memberTag = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^,]*$/, { error: "A tag must not contain commas" });
