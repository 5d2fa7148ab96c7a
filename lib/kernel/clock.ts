import { Temporal } from "temporal-polyfill";

export type Clock = { now(): Temporal.Instant };

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** Milliseconds of a monotonic clock, for durations only. */
export const elapsed = (): number => performance.now();

/** A clock that stands still, for tests and for the demo data. */
export function fixedClock(iso: string): Clock {
  const instant = Temporal.Instant.from(iso);
  return { now: () => instant };
}
