import { elapsed } from "@/lib/kernel/clock";

/** A cycle starts at least every 30 seconds and takes seconds. */
const maxCycleAgeMs = 120_000;

/** The state of the executor, for health checks. */
export class ExecutorHealth {
  private unsupported: string | null = null;
  /** End of the last cycle, on the monotonic clock. */
  private cycle_ms: number | null = null;

  setUnsupported(why: string): void {
    this.unsupported = why;
  }

  cycleCompleted(): void {
    this.cycle_ms = elapsed();
  }

  /** Why no jobs run, or null if they do. */
  problem(): string | null {
    if (this.unsupported) return this.unsupported;
    if (this.cycle_ms === null) return "The functions are not registered yet.";
    const silent_ms = elapsed() - this.cycle_ms;
    if (silent_ms < maxCycleAgeMs) return null;
    return `The executor has not completed a cycle for ${Math.floor(silent_ms / 60_000)} minutes.`;
  }
}
