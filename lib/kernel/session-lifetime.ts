import { Temporal } from "temporal-polyfill";

/** The absolute lifetime of a session, regardless of renewals. */
const maxHours = 90 * 24;

/** When a session that began at `began_at` expires. */
export const sessionEnd = (began_at: string): Temporal.Instant =>
  Temporal.Instant.from(began_at).add({ hours: maxHours });

/** The start of the oldest sessions that are still valid, in milliseconds since 1970 like `now_ms`. */
export const oldestSessionStart = (now_ms: number): number => now_ms - maxHours * 3_600_000;
