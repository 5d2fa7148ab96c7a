import { elapsed } from "./clock";
import type { PrimaryLine } from "./process-group";

export type Limit = { points: number; window_ms: number };
export type PointState = { is_allowed: boolean; remaining: number; reset_ms: number };

/** "given" may be no point, as an answer to a question in advance. "refused": another process did not give its points back in time. */
type Verdict = "given" | "refused" | "spent";

/** The messages of scripts/processes/rate-ledger.mjs. */
export type LedgerMessage = {
  grants?: [key: string, id: number, points: number, others: number, ends_in_ms: number, verdict: Verdict][];
  totals?: [key: string, id: number, others: number][];
  recalls?: [key: string, id: number][];
};

/** What this process knows of one client in its window. */
type Bucket = {
  id: number;
  limit: Limit;
  ends_at: number;
  /** May be used without asking. */
  free: number;
  used: number;
  /** Used by other processes. */
  others: number;
  unreported: number;
  /** A part of the last grant. Below it, more is asked for in advance. */
  reserve: number;
  is_spent: boolean;
  waiting: ((verdict: Verdict) => void)[];
  is_asking: boolean;
};

const reportMs = 50;
const sweepMs = 30_000;

/**
 * Counts requests in fixed windows. With a primary, the processes share each limit: a process uses points that it was given in
 * advance, reports them every 50 ms, and waits for the primary only when it has none left. Alone, it has all of them.
 */
export class RatePoints {
  private readonly buckets = new Map<string, Bucket>();
  private readonly asking = new Set<string>();
  private readonly unreported = new Set<string>();
  private readonly returned: [key: string, id: number, points: number][] = [];
  private timer: NodeJS.Timeout | undefined;
  private immediate: NodeJS.Immediate | undefined;
  private swept_at = elapsed();

  /** Set before the first request. */
  line: PrimaryLine | null = null;

  take(key: string, limit: Limit): PointState | Promise<PointState> {
    const bucket = this.bucketOf(key, limit);
    if (bucket.free > 0) return this.use(key, bucket);
    return bucket.is_spent ? stateOf(bucket, false) : this.takeLater(key, limit);
  }

  /** As if so many requests had been made. Works without a primary. */
  penalty(key: string, limit: Limit, points: number): void {
    const bucket = this.bucketOf(key, limit);
    bucket.free = Math.max(0, bucket.free - points);
    bucket.used += points;
  }

  receive({ grants = [], totals = [], recalls = [] }: LedgerMessage): void {
    for (const [key, id, points, others, ends_in_ms, verdict] of grants) {
      const bucket = this.buckets.get(key);
      if (!bucket) continue;
      if (bucket.id !== id) Object.assign(bucket, { id, used: 0, unreported: 0, free: 0 });
      bucket.ends_at = elapsed() + ends_in_ms;
      bucket.free += points;
      bucket.others = others;
      bucket.is_spent = verdict === "spent";
      bucket.reserve = points / 2;
      bucket.is_asking = false;
      for (const proceed of bucket.waiting.splice(0)) proceed(verdict);
    }
    for (const [key, id, others] of totals) {
      const bucket = this.buckets.get(key);
      if (bucket?.id === id) bucket.others = others;
    }
    for (const [key, id] of recalls) this.giveBack(key, id);
  }

  /** Sends what was used and what is asked for. */
  report(): void {
    clearTimeout(this.timer);
    if (this.immediate) clearImmediate(this.immediate);
    this.timer = undefined;
    this.immediate = undefined;
    const used = [...this.unreported].flatMap((key) => {
      const bucket = this.buckets.get(key);
      if (!bucket?.unreported) return [];
      const points = bucket.unreported;
      bucket.unreported = 0;
      return [[key, bucket.id, points]];
    });
    const asks = [...this.asking].flatMap((key) => {
      const bucket = this.buckets.get(key);
      return bucket ? [[key, bucket.limit.points, bucket.limit.window_ms, bucket.waiting.length]] : [];
    });
    this.unreported.clear();
    this.asking.clear();
    if (used.length || asks.length || this.returned.length)
      this.line?.send({ used, returned: this.returned.splice(0), asks });
    this.sweep();
  }

  private bucketOf(key: string, limit: Limit): Bucket {
    const found = this.buckets.get(key);
    const now = elapsed();
    if (found && now < found.ends_at) return found;
    const is_alone = !this.line?.isOpen();
    const bucket: Bucket = {
      id: 0,
      limit,
      ends_at: now + limit.window_ms,
      free: is_alone ? limit.points : 0,
      used: 0,
      others: 0,
      unreported: 0,
      reserve: 0,
      is_spent: is_alone,
      waiting: found?.waiting ?? [],
      is_asking: found?.is_asking ?? false,
    };
    this.buckets.set(key, bucket);
    if (is_alone) this.sweep();
    return bucket;
  }

  private use(key: string, bucket: Bucket): PointState {
    bucket.free -= 1;
    bucket.used += 1;
    if (this.line) {
      bucket.unreported += 1;
      this.unreported.add(key);
      this.timer ??= setTimeout(() => this.report(), reportMs).unref();
      if (bucket.free < bucket.reserve) this.ask(key, bucket);
    }
    return stateOf(bucket, true);
  }

  private async takeLater(key: string, limit: Limit): Promise<PointState> {
    for (;;) {
      const bucket = this.bucketOf(key, limit);
      if (bucket.free > 0) return this.use(key, bucket);
      if (bucket.is_spent) return stateOf(bucket, false);
      const verdict = await new Promise<Verdict>((resolve) => {
        bucket.waiting.push(resolve);
        this.ask(key, bucket);
      });
      if (verdict === "refused" && bucket.free === 0) return stateOf(bucket, false);
    }
  }

  /** One question at a time for each client. Those of one turn of the event loop travel together. */
  private ask(key: string, bucket: Bucket): void {
    if (bucket.is_asking) return;
    bucket.is_asking = true;
    this.asking.add(key);
    this.immediate ??= setImmediate(() => this.report());
  }

  private giveBack(key: string, id: number): void {
    const bucket = this.buckets.get(key);
    if (bucket?.id === id) {
      this.returned.push([key, id, bucket.free]);
      bucket.free = 0;
      bucket.reserve = 0;
    } else this.returned.push([key, id, 0]);
    this.report();
  }

  private sweep(): void {
    const now = elapsed();
    if (now - this.swept_at < sweepMs) return;
    this.swept_at = now;
    for (const [key, { ends_at, waiting }] of this.buckets)
      if (ends_at <= now && waiting.length === 0) this.buckets.delete(key);
  }
}

function stateOf({ limit, used, others, ends_at }: Bucket, is_allowed: boolean): PointState {
  const remaining = is_allowed ? Math.max(0, limit.points - used - others) : 0;
  return { is_allowed, remaining, reset_ms: Math.max(0, ends_at - elapsed()) };
}
