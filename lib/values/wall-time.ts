import { z } from "zod";
import { DAY_MS } from "./day-number";
import { epochOf, instantText, readInstant, readTime, wallText } from "./instant";
import { instantOfWall, offsetAt } from "./zone-offset";

const SHAPE = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:?\d{2})?$/;

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
  try {
    const { wall_ms, offset_ms, below_ms } = readTime(trimmed);
    const was_local = offset_ms === null;
    const epoch_ms = was_local ? instantOfWall(zone, wall_ms) : wall_ms - offset_ms;
    return { instant: instantText(epoch_ms, below_ms), was_local };
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

const wallOf = (epoch_ms: number, zone: string): number => epoch_ms + offsetAt(zone, epoch_ms);

export const localHour = (instant: string, zone: string): number => {
  const wall_ms = wallOf(epochOf(instant), zone);
  return Math.floor((wall_ms - Math.floor(wall_ms / DAY_MS) * DAY_MS) / 3_600_000);
};

/** The local time as the value of a datetime-local field: 2026-03-05T17:42. */
export const localDateTime = (instant: string, zone: string): string =>
  wallText(wallOf(epochOf(instant), zone)).slice(0, 16);

/** The local time with its offset: 2026-03-05T17:42:00+11:00. */
export const localTimeWithOffset = (instant: string, zone: string): string => {
  const { epoch_ms, below_ms } = readInstant(instant);
  const offset = offsetAt(zone, epoch_ms);
  return `${wallText(epoch_ms + offset, below_ms)}${offsetText(offset)}`;
};

/** To the minute. Offsets before about 1920 have seconds. */
const offsetText = (offset_ms: number): string => {
  const minutes = Math.round(Math.abs(offset_ms) / 60_000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${offset_ms < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

const isKnownZone = (zone: string): boolean => {
  if (/^[+-]\d/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};
