import type { Temporal } from "temporal-polyfill";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import { notifyExecutors, type WakeReason } from "@/lib/kernel/jobs";
import { log } from "@/lib/kernel/log";
import { repeat } from "@/lib/kernel/repeat";
import type { AppClient } from "./app-client";
import { CronScheduler } from "./cron-scheduler";
import { ExecutorHealth } from "./executor-health";
import { processItem } from "./process-item";
import { type JobFunction, parseRegistration, UnsupportedFunctions } from "./registration";
import type { Item } from "./store";
import * as store from "./store";
import { setSubscribedEvents } from "./subscribed-events";
import { setWaker } from "./wake";
import { WakeListener } from "./wake-listener";

export type ExecutorOptions = {
  app: AppClient;
  clock?: Clock;
  /** Concurrent queue items in this process. */
  capacity?: number;
  /** Retention of finished runs, in days. */
  retention_days?: number;
  /** For development: how often to reload the functions. */
  refresh_ms?: number | undefined;
  /** How often to look for work without a notification. */
  poll_ms?: number;
};

const registerRetryMs = 500;
const pruneEveryMs = 3_600_000;
const batchWindowMs = 50;

/**
 * Runs Inngest functions over the SDK's protocol, with its state in PostgreSQL. Any number of processes may run an executor. Every
 * state change is one transaction, so that a process may crash at any point.
 *
 * Steps run at least once: if a process crashes or pauses for longer than its lease, another one runs the step again. The result
 * of a step is stored once, because a result without a valid lease is rejected. External effects of a step therefore need an
 * idempotency key, as with Inngest.
 */
export class Executor {
  private functions: ReadonlyMap<string, JobFunction> = new Map();
  private readonly schedules = new CronScheduler();
  readonly health = new ExecutorHealth();
  private readonly inFlight = new Map<string, Promise<void>>();
  private readonly pending = { events: true, work: true };
  private readonly clock: Clock;
  private readonly capacity: number;
  private readonly poll_ms: number;
  private wakeListener: WakeListener | undefined;
  private heartbeat: NodeJS.Timeout | undefined;
  private refresh: NodeJS.Timeout | undefined;
  private is_running = true;
  /** More items were due than could be claimed. */
  private is_behind = false;
  private has_waited = false;
  private interruptSleep: () => void = () => {};
  private loop: Promise<void> | undefined;
  private pruned_at: Temporal.Instant | undefined;
  private registered_at: Temporal.Instant | undefined;
  private announced_at: Temporal.Instant | undefined;

  constructor(private readonly options: ExecutorOptions) {
    this.clock = options.clock ?? systemClock;
    this.capacity = options.capacity ?? 12;
    this.poll_ms = options.poll_ms ?? 30_000;
  }

  /** Loads the functions from the application. */
  async register(): Promise<void> {
    const described = await this.options.app.register();
    this.functions = new Map(parseRegistration(described).map((fn) => [fn.id, fn]));
    const now = this.clock.now();
    await store.announce([...this.functions.values()], now.toString());
    await this.schedules.begin(this.functions.values(), now);
    this.registered_at ??= now;
    this.announced_at = now;
  }

  start(): void {
    setWaker((reason) => this.wake(reason));
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    await this.drain();
    await this.close();
  }

  /** Claims nothing new and waits for the steps in flight. Their runs continue in other processes. */
  async drain(): Promise<void> {
    this.is_running = false;
    setWaker(undefined);
    clearInterval(this.refresh);
    this.wakeListener?.close();
    this.interruptSleep();
    await this.loop;
    await Promise.all(this.inFlight.values());
  }

  /** Aborts the steps in flight. Other processes start them again, without counting an attempt. */
  async close(): Promise<void> {
    this.options.app.close();
    await Promise.all(this.inFlight.values());
    clearInterval(this.heartbeat);
    setSubscribedEvents(undefined);
  }

  wake(reason: WakeReason): void {
    this.pending[reason] = true;
    this.interruptSleep();
  }

  /** For tests with a manual clock: runs until nothing is due. */
  async settle(): Promise<void> {
    do {
      this.pending.events = true;
      this.pending.work = true;
      await this.runCycle();
      await Promise.all(this.inFlight.values());
    } while (this.pending.events || this.pending.work);
  }

  /** Releases the items of crashed processes. */
  async releaseExpired(): Promise<void> {
    if ((await store.releaseExpiredLeases([...this.inFlight.keys()])) > 0) this.wake("work");
  }

  private async run(): Promise<void> {
    if (!(await this.registerWithRetry()) || !this.is_running) return;
    this.wakeListener = new WakeListener((reason) => this.wake(reason));
    this.heartbeat = setInterval(() => void this.renewLeases(), store.heartbeatMs).unref();
    this.health.cycleCompleted();
    const { refresh_ms } = this.options;
    if (refresh_ms) this.refresh = repeat(() => this.registerAgain(), refresh_ms);
    while (this.is_running) {
      try {
        await this.runCycle();
        this.health.cycleCompleted();
        await this.waitForWork();
      } catch (error) {
        if (!this.is_running) return;
        log().error({ err: error }, "an executor cycle failed");
        await this.sleep(1_000);
      }
    }
  }

  private async registerWithRetry(): Promise<boolean> {
    for (let tries = 0; this.is_running; tries++) {
      try {
        await this.register();
        setSubscribedEvents(this.functions.values());
        log().info({ functions: this.functions.size }, "jobs run in this process");
        return true;
      } catch (error) {
        if (error instanceof UnsupportedFunctions) {
          this.health.setUnsupported(error.message);
          log().fatal({ err: error }, "jobs do not run");
          return false;
        }
        if (tries > 0 && tries % 20 === 0) log().warn({ err: error }, "jobs wait for the application to respond");
        await this.sleep(registerRetryMs);
      }
    }
    return false;
  }

  private async registerAgain(): Promise<void> {
    try {
      await this.register();
      setSubscribedEvents(this.functions.values());
    } catch (error) {
      log().warn({ err: error }, "the functions could not be reloaded");
    }
  }

  private async runCycle(): Promise<void> {
    const now = this.clock.now();
    if (await this.schedules.fireDue(now)) this.pending.work = true;
    while (this.pending.events && this.is_running) {
      this.pending.events = false;
      if ((await store.routeEvents(now.toString())) > 0) {
        this.pending.events = true;
        this.pending.work = true;
      }
    }
    while (this.pending.work && this.is_running && this.canClaim()) {
      this.pending.work = false;
      this.has_waited = false;
      const want = this.capacity - this.inFlight.size;
      const { items, is_more } = await store.claim(want, [...this.functions.keys()], this.clock.now().toString());
      for (const item of items) this.startItem(item);
      this.is_behind = is_more;
      if (is_more) this.pending.work = true;
      if (is_more && this.inFlight.size >= this.capacity) notifyExecutors("work");
    }
    if (!this.is_running) return;
    await this.refreshFunctions(now);
    await this.pruneIfDue(now);
  }

  /** With a backlog, waits until several slots are free, because claiming one item costs as much as claiming many. */
  private canClaim(): boolean {
    const free = this.capacity - this.inFlight.size;
    return free > 0 && (!this.is_behind || this.has_waited || free >= Math.ceil(this.capacity / 3));
  }

  private startItem(item: Item): void {
    const context = {
      app: this.options.app,
      functions: this.functions,
      now: () => this.clock.now(),
      isRunning: () => this.is_running,
    };
    const work = processItem(context, item)
      .catch((error: Error) => log().error({ err: error, run_id: item.run_id }, "a job result could not be stored"))
      .finally(() => {
        this.inFlight.delete(item.token);
        // It may have queued further steps, or freed concurrency.
        this.wake("work");
      });
    this.inFlight.set(item.token, work);
  }

  /** Renewals may overlap, because a query can outlast a lease. Expired leases are released also when there is a backlog. */
  private async renewLeases(): Promise<void> {
    try {
      await store.renewLeases([...this.inFlight.keys()]);
      await this.releaseExpired();
    } catch (error) {
      log().warn({ err: error }, "leases could not be renewed");
    }
  }

  /**
   * Announces the functions of this process. A function that no process has announced for an hour is removed, but not by a process
   * that has run for less than an hour: all processes may have been down.
   */
  private async refreshFunctions(now: Temporal.Instant): Promise<void> {
    if (
      !this.announced_at ||
      !this.registered_at ||
      minutesBetween(this.announced_at, now) < store.announceIntervalMinutes
    )
      return;
    this.announced_at = now;
    await store.touchFunctions([...this.functions.keys()], now.toString());
    if (minutesBetween(this.registered_at, now) < store.functionTtlMinutes) return;
    const failed = await store.removeExpiredFunctions(now.toString());
    if (failed > 0) log().error({ failed }, "runs failed because no process has their functions any more");
  }

  private async pruneIfDue(now: Temporal.Instant): Promise<void> {
    const { retention_days } = this.options;
    if (!retention_days) return;
    if (this.pruned_at && now.since(this.pruned_at).total("milliseconds") < pruneEveryMs) return;
    this.pruned_at = now;
    await store.prune(retention_days, now.toString());
  }

  /** Sleeps until a wake-up, the next tick, the next due item or the next lease expiry. */
  private async waitForWork(): Promise<void> {
    if (!this.is_running || this.pending.events || (this.pending.work && this.canClaim())) return;
    const now = this.clock.now();
    const { next } = this.schedules;
    const until_tick = next ? next.since(now).total("milliseconds") : this.poll_ms;
    if (this.pending.work) return this.waitForCapacity(Math.min(until_tick, this.poll_ms));
    await this.releaseExpired();
    const until_due = await store.nextWork([...this.functions.keys()], now.toString());
    if (this.pending.events || this.pending.work) return;
    const ms = Math.min(this.poll_ms, until_tick, until_due ?? this.poll_ms);
    if (!(await this.sleep(ms))) return;
    // After a timeout, check everything.
    this.pending.events = ms === this.poll_ms;
    this.pending.work = true;
  }

  /** With a backlog: waits for several free slots, at most batchWindowMs if one is free. */
  private async waitForCapacity(longest_ms: number): Promise<void> {
    const isFull = this.inFlight.size >= this.capacity;
    const isOver = await this.sleep(isFull ? longest_ms : Math.min(batchWindowMs, longest_ms));
    if (isOver && !isFull) this.has_waited = true;
  }

  /** True if the time elapsed. False if it was woken or is stopping. */
  private sleep(ms: number): Promise<boolean> {
    if (!this.is_running) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), Math.max(1, Math.ceil(ms)));
      this.interruptSleep = () => {
        clearTimeout(timer);
        resolve(false);
      };
    });
  }
}

const minutesBetween = (then: Temporal.Instant, now: Temporal.Instant): number => now.since(then).total("minutes");
