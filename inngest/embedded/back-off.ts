import { Temporal } from "temporal-polyfill";

/** Seconds before the next attempt, as an Inngest server waits: from a quarter of a minute to two hours. */
const waits = [15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 7_200];

/** Some wait a little longer, so that what failed together does not return together. */
const spread = 0.2;

/** What the answer asked for (a number of seconds or an instant) goes before. */
export function nextAttemptAt(
  attempt: number,
  asked: string | undefined,
  now: Temporal.Instant,
  item_id: string,
): string {
  if (asked && /^\d+$/.test(asked)) return now.add({ seconds: Number(asked) }).toString();
  const until = asked ? instantOf(asked) : null;
  if (until) return (Temporal.Instant.compare(until, now) > 0 ? until : now).toString();
  const seconds = waits[Math.min(attempt, waits.length - 1)] ?? 0;
  const share = ((Number(item_id) * 37 + attempt * 11) % 100) / 100;
  return now.add({ milliseconds: Math.round(seconds * 1_000 * (1 + spread * share)) }).toString();
}

function instantOf(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
