import { Temporal } from "temporal-polyfill";
import { type Cron, latestTick, nextTick, ticksBetween } from "@/lib/values/cron";
import type { JobFunction } from "./registration";
import { fireTick, lastTick } from "./store";

type Entry = { fn: JobFunction; expression: string; cron: Cron; next: Temporal.Instant | null };

/** Cron triggers with a shorter interval catch up with their latest missed tick only. */
const catchUpIntervalMs = 15 * 60_000;
/** One week of ticks every 15 minutes. */
const maxMissedTicks = 7 * 24 * 4;

/**
 * Fires due cron ticks. After downtime, missed ticks are fired oldest first, at most one week back; for triggers with a short
 * interval only the latest. Functions must use the time of their event, not the current time.
 */
export class CronScheduler {
  private entries: Entry[] = [];

  async begin(functions: Iterable<JobFunction>, now: Temporal.Instant): Promise<void> {
    const entries: Entry[] = [];
    for (const fn of functions) {
      for (const { expression, cron } of fn.crons) {
        const last = await lastTick({ fn, expression }, now.toString());
        entries.push({ fn, expression, cron, next: nextTick(cron, last) });
      }
    }
    this.entries = entries;
  }

  get next(): Temporal.Instant | null {
    return this.entries.reduce<Temporal.Instant | null>(
      (first, { next }) => (next && (!first || Temporal.Instant.compare(next, first) < 0) ? next : first),
      null,
    );
  }

  /** True if this process fired a tick. */
  async fireDue(now: Temporal.Instant): Promise<boolean> {
    let hasFired = false;
    for (const entry of this.entries) {
      const { next, cron } = entry;
      if (!next || Temporal.Instant.compare(next, now) > 0) continue;
      for (const tick of dueTicks(cron, next, now)) {
        hasFired = (await fireTick(entry, tick, now.toString())) || hasFired;
      }
      entry.next = nextTick(cron, now);
    }
    return hasFired;
  }
}

function dueTicks(cron: Cron, next: Temporal.Instant, now: Temporal.Instant): Temporal.Instant[] {
  const before = next.subtract({ milliseconds: 1 });
  const following = nextTick(cron, next);
  const isRare = following === null || following.since(next).total("milliseconds") >= catchUpIntervalMs;
  if (isRare) return ticksBetween(cron, before, now, maxMissedTicks);
  const latest = latestTick(cron, before, now);
  return latest ? [latest] : [];
}
