import { z } from "zod";

export const minorUnits = z
  .number()
  .int({ error: "Amounts are whole minor units (cents, paise, yen)" })
  .refine(Number.isSafeInteger, {
    error: "This amount is too large to be exact",
  });
