import { z } from "zod";

/** ISO 3166-1 alpha-2. */
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: "Enter the two letters of the country, as GB or IN" });
