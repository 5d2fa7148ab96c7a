import { Temporal } from "temporal-polyfill";

/** Seconds before the next attempt, as in the Inngest server: from 15 seconds to two hours. */
const delaysSeconds = [15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 7_200];

/** Adds up to this share to the delay, so that jobs that failed together are not retried together. */
const jitter = 0.2;

/** A Retry-After of the response (seconds or an instant) has priority. */
export function nextAttemptAt(
  attempt: number,
  asked: string | undefined,
  now: Temporal.Instant,
  item_id: string,
): string {
  if (asked && /^\d+$/.test(asked)) return now.add({ seconds: Number(asked) }).toString();
  const until = asked ? instantOf(asked) : null;
  if (until) return (Temporal.Instant.compare(until, now) > 0 ? until : now).toString();
  const seconds = delaysSeconds[Math.min(attempt, delaysSeconds.length - 1)] ?? 0;
  const share = ((Number(item_id) * 37 + attempt * 11) % 100) / 100;
  return now.add({ milliseconds: Math.round(seconds * 1_000 * (1 + jitter * share)) }).toString();
}

function instantOf(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
