import { Temporal } from "temporal-polyfill";

export type Clock = { now(): Temporal.Instant };

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** Milliseconds on a monotonic scale, for durations only. */
export const elapsed = (): number => performance.now();

/** @internal For tests. */
export function fixedClock(iso: string): Clock {
  const instant = Temporal.Instant.from(iso);
  return { now: () => instant };
}
