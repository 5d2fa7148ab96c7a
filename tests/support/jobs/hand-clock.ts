import { Temporal } from "temporal-polyfill";
import type { Clock } from "@/lib/kernel/clock";

/** A clock that only the test moves. */
export class HandClock implements Clock {
  private at: Temporal.Instant;

  constructor(iso: string) {
    this.at = Temporal.Instant.from(iso);
  }

  now(): Temporal.Instant {
    return this.at;
  }

  /** A day counts as 24 hours. */
  advance(duration: Temporal.DurationLike): void {
    this.at = this.at.add({ seconds: Temporal.Duration.from(duration).total("seconds") });
  }

  set(iso: string): void {
    this.at = Temporal.Instant.from(iso);
  }
}
