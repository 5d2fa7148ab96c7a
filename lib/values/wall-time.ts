import { Temporal } from "temporal-polyfill";
import { z } from "zod";

const SHAPE = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:?\d{2})?$/;
const OFFSET = /([Zz]|[+-]\d{2}:?\d{2})$/;

const MESSAGE =
  "Write the time as 2025-01-15T10:00:00 (time at the location) or with an offset, as 2025-01-15T10:00:00-05:00";

export class InvalidTime extends Error {
  override readonly name = "InvalidTime";
}

export type InputTime = { instant: string; was_local: boolean };

/** Without an offset the text is wall time in `zone`. A skipped time moves forward by the gap, a repeated time is the first one. */
export const parseInputTime = (text: string, zone: string): InputTime => {
  const trimmed = text.trim();
  if (!SHAPE.test(trimmed)) throw new InvalidTime(MESSAGE);
  const was_local = !OFFSET.test(trimmed.slice(10));
  try {
    const instant = was_local
      ? Temporal.PlainDateTime.from(trimmed).toZonedDateTime(zone, { disambiguation: "compatible" }).toInstant()
      : Temporal.Instant.from(trimmed);
    return { instant: instant.toString(), was_local };
  } catch (cause) {
    throw new InvalidTime(isKnownZone(zone) ? `${MESSAGE}. ${trimmed} does not exist` : `${zone} is not a time zone`, {
      cause,
    });
  }
};

/** For contracts. Validates format and date; the time zone is known only to the verb. */
export const inputTime = z
  .string()
  .trim()
  .superRefine((text, context) => {
    try {
      parseInputTime(text, "UTC");
    } catch (error) {
      context.addIssue({ code: "custom", message: error instanceof InvalidTime ? error.message : MESSAGE });
    }
  });

export const timeZone = z
  .string()
  .refine((zone) => isKnownZone(zone), { error: "Choose a time zone by its name, as America/New_York" });

/** A time of day without a zone, for settings. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "Give hours and minutes, as 08:00" });

export const localHour = (instant: string, zone: string): number =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).hour;

/** The local time as the value of a datetime-local field: 2026-03-05T17:42. */
export const localDateTime = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);

const isKnownZone = (zone: string): boolean => {
  if (/^[+-]\d/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};
