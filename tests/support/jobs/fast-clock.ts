import type { Temporal } from "temporal-polyfill";
import { type Clock, systemClock } from "@/lib/kernel/clock";

/** The real function, because a test may replace the system clock with a fast one. */
const { now: systemNow } = systemClock;

/** A clock that runs so many times as fast. Processes that begin it at the same moment agree on the time. */
export class FastClock implements Clock {
  constructor(
    private readonly from: Temporal.Instant,
    private readonly began: Temporal.Instant,
    private readonly times: number,
  ) {}

  now(): Temporal.Instant {
    const passed_ms = systemNow().since(this.began).total("milliseconds");
    return this.from.add({ milliseconds: Math.round(passed_ms * this.times) });
  }
}
