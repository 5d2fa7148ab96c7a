import { Temporal } from "temporal-polyfill";

/**
 * The moment that a cron run stands for, which after downtime or a retry is not the moment it runs at. Every date that a
 * schedule works with follows from it.
 */
export function scheduledAt(event: { data: object; ts?: number | undefined }): Temporal.Instant {
  const { scheduledAt: at } = event.data as { scheduledAt?: unknown };
  if (typeof at === "string") return Temporal.Instant.from(at);
  if (event.ts === undefined) throw new Error("A scheduled event carries no time");
  return Temporal.Instant.fromEpochMilliseconds(event.ts);
}
