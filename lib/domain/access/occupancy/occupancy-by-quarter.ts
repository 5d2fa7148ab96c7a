/** The change of occupancy within a quarter of an hour. Quarter -1 stands for all visits that began before midnight. */
export type Movement = { quarter: number; change: number };

const quarterMs = 15 * 60_000;

/** Counts in real time, so that a day of 23 or 25 hours has 92 or 100 quarters. */
export function occupancyByQuarter(movements: readonly Movement[], day_began_at: string, now: string) {
  const began_ms = Date.parse(day_began_at);
  const changes = new Map(movements.map(({ quarter, change }) => [quarter, change]));
  let inside = changes.get(-1) ?? 0;
  return Array.from({ length: Math.floor((Date.parse(now) - began_ms) / quarterMs) }, (_, quarter) => {
    inside += changes.get(quarter) ?? 0;
    return { at: isoSecond(began_ms + (quarter + 1) * quarterMs), inside };
  });
}

/** Without Temporal: a day of four locations has 400 quarters, and the polyfill needs 5 ms to format them. */
const isoSecond = (epoch_ms: number): string => `${new Date(epoch_ms).toISOString().slice(0, 19)}Z`;
