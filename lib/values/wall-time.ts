import { Temporal } from "temporal-polyfill";

const SHAPE = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:?\d{2})?$/;
const OFFSET = /([Zz]|[+-]\d{2}:?\d{2})$/;

export const inputTimeError =
  "Write the time as 2025-01-15T10:00:00 (time at the location) or with an offset, as 2025-01-15T10:00:00-05:00";

export class InvalidTime extends Error {
  override readonly name = "InvalidTime";
}

export type InputTime = { instant: string; was_local: boolean };

/** Without an offset the text is wall time in `zone`. A skipped time moves forward by the gap, a repeated time is the first one. */
export const parseInputTime = (text: string, zone: string): InputTime => {
  const trimmed = text.trim();
  if (!SHAPE.test(trimmed)) throw new InvalidTime(inputTimeError);
  const was_local = !OFFSET.test(trimmed.slice(10));
  try {
    const instant = was_local
      ? Temporal.PlainDateTime.from(trimmed).toZonedDateTime(zone, { disambiguation: "compatible" }).toInstant()
      : Temporal.Instant.from(trimmed);
    return { instant: instant.toString(), was_local };
  } catch (cause) {
    throw new InvalidTime(
      isKnownZone(zone) ? `${inputTimeError}. ${trimmed} does not exist` : `${zone} is not a time zone`,
      {
        cause,
      },
    );
  }
};

export const localHour = (instant: string, zone: string): number =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).hour;

/** The local time as the value of a datetime-local field: 2026-03-05T17:42. */
export const localDateTime = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);

export const isKnownZone = (zone: string): boolean => {
  if (/^[+-]\d/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};
