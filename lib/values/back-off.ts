import type { Temporal } from "temporal-polyfill";

const firstMs = 30_000;
const maxMs = 60 * 60 * 1000;
const giveUpHours = 24;

/** Exponential back-off up to one hour. Never shorter than the vendor's Retry-After. */
function waitMs(attempts: number, retry_after_ms: number | null): number {
  return Math.max(Math.min(firstMs * 2 ** Math.max(0, attempts - 1), maxMs), retry_after_ms ?? 0);
}

/** P12: null if the next attempt would be more than a day after the first. */
export function nextAttemptAt(
  now: Temporal.Instant,
  tried_since: Temporal.Instant,
  attempts: number,
  retry_after_ms: number | null,
): Temporal.Instant | null {
  const at = now.add({ milliseconds: waitMs(attempts, retry_after_ms) });
  const end = tried_since.add({ hours: giveUpHours });
  return at.epochMilliseconds <= end.epochMilliseconds ? at : null;
}
