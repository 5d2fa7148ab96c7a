import type { Temporal } from "temporal-polyfill";

const firstMs = 30_000;
const longestMs = 60 * 60 * 1000;
const giveUpHours = 24;

/** Twice as long each time, up to an hour; never sooner than the vendor asks for. */
function waitMs(attempts: number, retry_after_ms: number | null): number {
  return Math.max(Math.min(firstMs * 2 ** Math.max(0, attempts - 1), longestMs), retry_after_ms ?? 0);
}

/** P12: null once a day of trying would be over. */
export function nextTry(
  now: Temporal.Instant,
  tried_since: Temporal.Instant,
  attempts: number,
  retry_after_ms: number | null,
): Temporal.Instant | null {
  const at = now.add({ milliseconds: waitMs(attempts, retry_after_ms) });
  const end = tried_since.add({ hours: giveUpHours });
  return at.epochMilliseconds <= end.epochMilliseconds ? at : null;
}
