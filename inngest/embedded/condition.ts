import { elapsed } from "@/lib/kernel/clock";

/** A turn comes at least every half a minute and takes seconds. */
const longestSilenceMs = 120_000;

/** What an executor knows of itself, for those who ask whether jobs run. */
export class Condition {
  private refusal: string | null = null;
  /** When the last turn was done, on the monotonic scale. */
  private turned_ms: number | null = null;

  refused(why: string): void {
    this.refusal = why;
  }

  turned(): void {
    this.turned_ms = elapsed();
  }

  /** Why no jobs run here, in a sentence; null while they do. */
  fault(): string | null {
    if (this.refusal) return this.refusal;
    if (this.turned_ms === null) return "The functions are not registered yet: the application has not told them.";
    const silent_ms = elapsed() - this.turned_ms;
    if (silent_ms < longestSilenceMs) return null;
    return `The executor has done no turn for ${Math.floor(silent_ms / 60_000)} minutes.`;
  }
}
