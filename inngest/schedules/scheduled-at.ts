import { Temporal } from "temporal-polyfill";

/** The time of the cron tick. After downtime or a retry it differs from now. All dates of a schedule derive from it. */
export function scheduledAt(event: { data: object; ts?: number | undefined }): Temporal.Instant {
  const { scheduledAt: at } = event.data as { scheduledAt?: unknown };
  if (typeof at === "string") return Temporal.Instant.from(at);
  if (event.ts === undefined) throw new Error("The scheduled event has no time");
  return Temporal.Instant.fromEpochMilliseconds(event.ts);
}
