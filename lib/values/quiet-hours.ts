import type { Temporal } from "temporal-polyfill";
import { DAY_MS, timeOfDayMs } from "./day-number";
import { instantOfWall, offsetAt } from "./zone-offset";

export type QuietHours = { quiet_hours_from: string; quiet_hours_to: string };

/**
 * P6: when a marketing message may be sent: now, or at the end of the local quiet hours. If the end is before the start, the hours
 * span midnight. Equal times mean no quiet hours. Of an hour that is repeated by a DST change, both are quiet.
 */
export function afterQuietHours(
  instant: Temporal.Instant,
  zone: string,
  { quiet_hours_from, quiet_hours_to }: QuietHours,
): Temporal.Instant {
  const at = instant.epochMilliseconds;
  const wall_ms = at + offsetAt(zone, at);
  const midnight_ms = Math.floor(wall_ms / DAY_MS) * DAY_MS;
  const [from, to, time] = [timeOfDayMs(quiet_hours_from), timeOfDayMs(quiet_hours_to), wall_ms - midnight_ms];
  const is_overnight = from > to;
  const is_quiet = is_overnight ? time >= from || time < to : time >= from && time < to;
  if (!is_quiet) return instant;
  const end = instantOfWall(zone, midnight_ms + to + (is_overnight && time >= from ? DAY_MS : 0), "last");
  return end > at
    ? instant.round({ smallestUnit: "millisecond", roundingMode: "floor" }).add({ milliseconds: end - at })
    : instant;
}

export type MessageHours = { message_hours_from: string; message_hours_to: string };

/** P13: now within the allowed hours, else at their next start. The allowed hours are the complement of quiet hours. */
export const withinMessageHours = (instant: Temporal.Instant, zone: string, hours: MessageHours) =>
  afterQuietHours(instant, zone, {
    quiet_hours_from: hours.message_hours_to,
    quiet_hours_to: hours.message_hours_from,
  });
