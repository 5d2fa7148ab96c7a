import { z } from "zod";
import { InvalidTime, inputTimeError, isKnownZone, parseInputTime } from "@/lib/values/wall-time";

/** For contracts. Validates format and date; the time zone is known only to the verb. */
export const inputTime = z
  .string()
  .trim()
  .superRefine((text, context) => {
    try {
      parseInputTime(text, "UTC");
    } catch (error) {
      context.addIssue({ code: "custom", message: error instanceof InvalidTime ? error.message : inputTimeError });
    }
  });

export const timeZone = z
  .string()
  .refine(isKnownZone, { error: "Choose a time zone by its name, as America/New_York" });

/** A time of day without a zone, for settings. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "Give hours and minutes, as 08:00" });
