import { Temporal } from "temporal-polyfill";

/** The absolute lifetime of a session, regardless of renewals. */
const maxHours = 90 * 24;

/** When a session that began at `began_at` expires. */
export const sessionEnd = (began_at: string): Temporal.Instant =>
  Temporal.Instant.from(began_at).add({ hours: maxHours });

/** The start of the oldest sessions that are still valid. */
export const oldestSessionStart = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: maxHours });
