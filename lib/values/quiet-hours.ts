import { Temporal } from "temporal-polyfill";

export type QuietHours = { quiet_hours_from: string; quiet_hours_to: string };

/**
 * P6: when a marketing message may be sent: now, or at the end of the local quiet hours. If the end is before the start, the hours
 * span midnight. Equal times mean no quiet hours. Of an hour that is repeated by a DST change, both are quiet.
 */
export function afterQuietHours(
  instant: Temporal.Instant,
  zone: string,
  { quiet_hours_from, quiet_hours_to }: QuietHours,
) {
  const local = instant.toZonedDateTimeISO(zone);
  const [from, to, time] = [
    Temporal.PlainTime.from(quiet_hours_from),
    Temporal.PlainTime.from(quiet_hours_to),
    local.toPlainTime(),
  ];
  const begun = Temporal.PlainTime.compare(time, from) >= 0;
  const ended = Temporal.PlainTime.compare(time, to) >= 0;
  const is_overnight = Temporal.PlainTime.compare(from, to) > 0;
  const is_quiet = is_overnight ? begun || !ended : begun && !ended;
  if (!is_quiet) return instant;
  const day = is_overnight && begun ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  const end = day.toPlainDateTime(to).toZonedDateTime(zone, { disambiguation: "later" }).toInstant();
  return Temporal.Instant.compare(end, instant) > 0 ? end : instant;
}

export type MessageHours = { message_hours_from: string; message_hours_to: string };

/** P13: now within the allowed hours, else at their next start. The allowed hours are the complement of quiet hours. */
export const withinMessageHours = (instant: Temporal.Instant, zone: string, hours: MessageHours) =>
  afterQuietHours(instant, zone, {
    quiet_hours_from: hours.message_hours_to,
    quiet_hours_to: hours.message_hours_from,
  });
