import type { Temporal } from "temporal-polyfill";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import { callExecutors, type JobCall } from "@/lib/kernel/jobs";
import { log } from "@/lib/kernel/log";
import type { AppLine } from "./app-line";
import { Condition } from "./condition";
import { type JobFunction, registrationOf, Unsupported } from "./registration";
import { Schedules } from "./schedules";
import type { Item } from "./store";
import * as store from "./store";
import { setWaker } from "./wake";
import { WakeLine } from "./wake-line";
import { setWanted } from "./wanted";
import { workOn } from "./work";

export type ExecutorOptions = {
  line: AppLine;
  clock?: Clock;
  /** Pieces of work at once in this process. */
  capacity?: number;
  /** Days for which finished runs are kept. */
  retention_days?: number;
  /** While functions are being written: how often to ask for them anew. */
  refresh_ms?: number | undefined;
  /** Without notifications between processes, how often to look for what others have left. */
  look_ms?: number;
};

const registerAgainMs = 500;
const pruneEveryMs = 3_600_000;
const gatherMs = 50;

/**
 * Runs Inngest functions over the SDK's own protocol, with PostgreSQL as its memory. Any number of processes may run one each;
 * every change of state is one transaction, so that each may end at any point.
 *
 * A step is done at least once: when a process ends, or stands still for longer than its lease, another one does the step again.
 * What comes of a step is kept once, since the answer of whoever has lost the lease is refused. What a step does to the world
 * outside therefore needs a key of its own, as with Inngest.
 */
export class Executor {
  private functions: ReadonlyMap<string, JobFunction> = new Map();
  private readonly schedules = new Schedules();
  readonly condition = new Condition();
  private readonly running = new Map<string, Promise<void>>();
  private readonly pending = { events: true, work: true };
  private readonly clock: Clock;
  private readonly capacity: number;
  private readonly look_ms: number;
  private wakeLine: WakeLine | undefined;
  private beat: NodeJS.Timeout | undefined;
  private refresh: NodeJS.Timeout | undefined;
  private is_open = true;
  /** More was due than could be taken. */
  private is_behind = false;
  private has_gathered = false;
  private ring: () => void = () => {};
  private loop: Promise<void> | undefined;
  private pruned_at: Temporal.Instant | undefined;
  private registered_at: Temporal.Instant | undefined;
  private said_at: Temporal.Instant | undefined;

  constructor(private readonly options: ExecutorOptions) {
    this.clock = options.clock ?? systemClock;
    this.capacity = options.capacity ?? 12;
    this.look_ms = options.look_ms ?? 30_000;
  }

  /** Asks the application for its functions until it answers: while a server starts, it does not yet. */
  async register(): Promise<void> {
    const described = await this.options.line.register();
    this.functions = new Map(registrationOf(described).map((fn) => [fn.id, fn]));
    const now = this.clock.now();
    await store.announce([...this.functions.values()], now.toString());
    await this.schedules.begin(this.functions.values(), now);
    this.registered_at ??= now;
    this.said_at = now;
  }

  start(): void {
    setWaker((what) => this.wake(what));
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    await this.drain();
    await this.close();
  }

  /** Takes nothing new, and waits for the steps under way. Their runs go on in other processes. */
  async drain(): Promise<void> {
    this.is_open = false;
    setWaker(undefined);
    clearInterval(this.refresh);
    this.wakeLine?.close();
    this.ring();
    await this.loop;
    await Promise.all(this.running.values());
  }

  /** Cuts off the steps that are still under way. Other processes begin them again, with no attempt counted. */
  async close(): Promise<void> {
    this.options.line.close();
    await Promise.all(this.running.values());
    clearInterval(this.beat);
    setWanted(undefined);
  }

  wake(what: JobCall): void {
    this.pending[what] = true;
    this.ring();
  }

  /** Everything that is due by the clock, until nothing is: for tests, which move the clock themselves. */
  async settle(): Promise<void> {
    do {
      this.pending.events = true;
      this.pending.work = true;
      await this.turn();
      await Promise.all(this.running.values());
    } while (this.pending.events || this.pending.work);
  }

  /** Sets free what processes held that have ended. */
  async takeOver(): Promise<void> {
    if ((await store.takeOver([...this.running.keys()])) > 0) this.wake("work");
  }

  private async run(): Promise<void> {
    if (!(await this.registered()) || !this.is_open) return;
    this.wakeLine = new WakeLine((what) => this.wake(what));
    this.beat = setInterval(() => void this.keepLeases(), store.heartbeatMs);
    this.beat.unref();
    this.condition.turned();
    const { refresh_ms } = this.options;
    if (refresh_ms) this.refresh = setInterval(() => void this.registerAgain(), refresh_ms).unref();
    while (this.is_open) {
      try {
        await this.turn();
        this.condition.turned();
        await this.rest();
      } catch (error) {
        if (!this.is_open) return;
        log().error({ err: error }, "the executor could not do its turn");
        await this.sleep(1_000);
      }
    }
  }

  private async registered(): Promise<boolean> {
    for (let tries = 0; this.is_open; tries++) {
      try {
        await this.register();
        setWanted(this.functions.values());
        log().info({ functions: this.functions.size }, "jobs run in this process");
        return true;
      } catch (error) {
        if (error instanceof Unsupported) {
          this.condition.refused(error.message);
          log().fatal({ err: error }, "jobs do not run");
          return false;
        }
        if (tries > 0 && tries % 20 === 0) log().warn({ err: error }, "jobs wait for the application to answer");
        await this.sleep(registerAgainMs);
      }
    }
    return false;
  }

  private async registerAgain(): Promise<void> {
    try {
      await this.register();
      setWanted(this.functions.values());
    } catch (error) {
      log().warn({ err: error }, "the functions are as they were; they could not be read again");
    }
  }

  private async turn(): Promise<void> {
    const now = this.clock.now();
    if (await this.schedules.fireDue(now)) this.pending.work = true;
    while (this.pending.events && this.is_open) {
      this.pending.events = false;
      if ((await store.routeEvents(now.toString())) > 0) {
        this.pending.events = true;
        this.pending.work = true;
      }
    }
    while (this.pending.work && this.is_open && this.mayClaim()) {
      this.pending.work = false;
      this.has_gathered = false;
      const want = this.capacity - this.running.size;
      const { items, is_more } = await store.claim(want, [...this.functions.keys()], this.clock.now().toString());
      for (const item of items) this.begin(item);
      this.is_behind = is_more;
      if (is_more) this.pending.work = true;
      if (is_more && this.running.size >= this.capacity) callExecutors("work");
    }
    if (!this.is_open) return;
    await this.tendFunctions(now);
    await this.pruneNowAndThen(now);
  }

  /** With more due than it can take, it waits until some places are free: looking for work costs as much for one as for many. */
  private mayClaim(): boolean {
    const free = this.capacity - this.running.size;
    return free > 0 && (!this.is_behind || this.has_gathered || free >= Math.ceil(this.capacity / 3));
  }

  private begin(item: Item): void {
    const desk = {
      line: this.options.line,
      functions: this.functions,
      now: () => this.clock.now(),
      isOpen: () => this.is_open,
    };
    const work = workOn(desk, item)
      .catch((error: Error) => log().error({ err: error, run_id: item.run_id }, "a job's outcome could not be kept"))
      .finally(() => {
        this.running.delete(item.token);
        // It may have left further steps, or room under its limits.
        this.wake("work");
      });
    this.running.set(item.token, work);
  }

  /** Also takes over, since an executor with more to do than it can never comes to rest. */
  private async keepLeases(): Promise<void> {
    try {
      await store.prolong([...this.running.keys()]);
      await this.takeOver();
    } catch (error) {
      log().warn({ err: error }, "leases were not prolonged");
    }
  }

  /**
   * Says what this process still has. What nobody has said for an hour is gone; one that has only just started cannot know, since
   * all may have been down.
   */
  private async tendFunctions(now: Temporal.Instant): Promise<void> {
    if (!this.said_at || !this.registered_at || minutesSince(this.said_at, now) < store.sayEveryMinutes) return;
    this.said_at = now;
    await store.stillHas([...this.functions.keys()], now.toString());
    if (minutesSince(this.registered_at, now) < store.goneAfterMinutes) return;
    const failed = await store.forgetGone(now.toString());
    if (failed > 0) log().error({ failed }, "runs were failed, since no process has their functions any more");
  }

  private async pruneNowAndThen(now: Temporal.Instant): Promise<void> {
    const { retention_days } = this.options;
    if (!retention_days) return;
    if (this.pruned_at && now.since(this.pruned_at).total("milliseconds") < pruneEveryMs) return;
    this.pruned_at = now;
    await store.prune(retention_days, now.toString());
  }

  /** Until somebody wakes it, a tick or a piece of work is due, or another process has let go of what it held. */
  private async rest(): Promise<void> {
    if (!this.is_open || this.pending.events || (this.pending.work && this.mayClaim())) return;
    const now = this.clock.now();
    const { next } = this.schedules;
    const until_tick = next ? next.since(now).total("milliseconds") : this.look_ms;
    if (this.pending.work) return this.gather(Math.min(until_tick, this.look_ms));
    await this.takeOver();
    const until_due = await store.nextWork([...this.functions.keys()], now.toString());
    if (this.pending.events || this.pending.work) return;
    const ms = Math.min(this.look_ms, until_tick, until_due ?? this.look_ms);
    if (!(await this.sleep(ms))) return;
    // What woke it by the time, and not by name, is looked for everywhere.
    this.pending.events = ms === this.look_ms;
    this.pending.work = true;
  }

  /** More is due than there are places. One that stays free for long is given away alone. */
  private async gather(longest_ms: number): Promise<void> {
    const isFull = this.running.size >= this.capacity;
    const isOver = await this.sleep(isFull ? longest_ms : Math.min(gatherMs, longest_ms));
    if (isOver && !isFull) this.has_gathered = true;
  }

  /** True where the time went by; false where it was woken, or is to stop. */
  private sleep(ms: number): Promise<boolean> {
    if (!this.is_open) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), Math.max(1, Math.ceil(ms)));
      this.ring = () => {
        clearTimeout(timer);
        resolve(false);
      };
    });
  }
}

const minutesSince = (then: Temporal.Instant, now: Temporal.Instant): number => now.since(then).total("minutes");
