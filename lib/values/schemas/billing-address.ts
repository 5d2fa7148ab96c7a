import { z } from "zod";

/** A tax id as documents print it: its name and its value. */
export const taxIdSchema = z.strictObject({
  label: z.string().trim().min(1, "Fill this in").max(30, "Use at most 30 characters"),
  value: z.string().trim().min(1, "Fill this in").max(40, "Use at most 40 characters"),
});
