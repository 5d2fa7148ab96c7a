import { Temporal } from "temporal-polyfill";
import { type Cron, latestTick, nextTick, ticksBetween } from "./cron";
import type { JobFunction } from "./registration";
import { fire, lastTick } from "./store";

type Entry = { fn: JobFunction; expression: string; cron: Cron; next: Temporal.Instant | null };

/** Missed ticks of schedules that tick more often than this are not made up for one by one: the latest stands for them all. */
const rareMs = 15 * 60_000;
/** A week of quarter hours. */
const mostMissed = 7 * 24 * 4;

/**
 * Fires what is due. After downtime every missed tick is made up for, oldest first, a week back at most, since a schedule that
 * ticks every quarter of an hour asks each time whose hour it is; of one that ticks every minute only the latest. A function
 * that has to stay safe in either case works with the moment that its event names, not with the moment it runs at.
 */
export class Schedules {
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

  /** True where this process has fired something. */
  async fireDue(now: Temporal.Instant): Promise<boolean> {
    let hasFired = false;
    for (const entry of this.entries) {
      const { next, cron } = entry;
      if (!next || Temporal.Instant.compare(next, now) > 0) continue;
      for (const tick of dueTicks(cron, next, now)) {
        hasFired = (await fire(entry, tick, now.toString())) || hasFired;
      }
      entry.next = nextTick(cron, now);
    }
    return hasFired;
  }
}

function dueTicks(cron: Cron, next: Temporal.Instant, now: Temporal.Instant): Temporal.Instant[] {
  const before = next.subtract({ milliseconds: 1 });
  const following = nextTick(cron, next);
  const isRare = following === null || following.since(next).total("milliseconds") >= rareMs;
  if (isRare) return ticksBetween(cron, before, now, mostMissed);
  const latest = latestTick(cron, before, now);
  return latest ? [latest] : [];
}
