import { Temporal } from "temporal-polyfill";

/** However often it is renewed, on every surface: then its person signs in again. */
const longestHours = 90 * 24;

/** When a session that began then is over. */
export const sessionEnd = (began_at: string): Temporal.Instant =>
  Temporal.Instant.from(began_at).add({ hours: longestHours });

/** The beginning of the oldest sessions that still count. */
export const oldestSessionStart = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: longestHours });
