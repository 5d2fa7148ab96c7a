import { logLine } from "./log-line.mjs";
import { Member } from "./member.mjs";
import { RateLedger } from "./rate-ledger.mjs";
import { poolShare } from "./settings.mjs";
import { Subscriptions } from "./subscriptions.mjs";

/** @typedef {import("./member.mjs").Role} Role */

/** Longer than the shutdown stages of a worker together (lib/kernel/shutdown.ts). */
const STOP_MS = 12_000;
/** The stages come after its connections have ended (drain.mjs). */
const RETIRE_MS = 30_000;
const READY_MS = 60_000;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 30_000;
/** So many starts fail in a row before the primary gives up. While a worker serves, it never does. */
const MOST_FAILURES = 5;

/** The worker processes and which of them runs the jobs. */
export class Group {
  /** @type {Set<Member>} */
  #members = new Set();
  #failures = 0;
  #is_stopping = false;
  #is_restarting = false;
  #has_served = false;
  #code = 0;
  #ledger = new RateLedger({
    send: (id, message) =>
      this.#alive()
        .find((member) => member.id === id)
        ?.send({ fitflow: "rate", ...message }),
    members: () => this.#members.size,
  });
  #subscriptions = new Subscriptions();

  /** @param {{ count: number, has_own_jobs: boolean }} settings */
  constructor({ count, has_own_jobs }) {
    this.count = count;
    this.has_own_jobs = has_own_jobs;
  }

  /** A server that cannot start fails once and not in every worker, so the first one starts alone. */
  async begin() {
    const first = this.#start("web");
    if (!(await first.ready)) return;
    for (let more = 1; more < this.count; more += 1) this.#start("web");
    if (this.has_own_jobs) this.#start("jobs");
  }

  stop(code = 0) {
    this.#is_stopping = true;
    this.#code ||= code;
    for (const member of this.#members) {
      member.kill("SIGTERM");
      void member.endWithin(STOP_MS);
    }
    if (this.#members.size === 0) process.exit(this.#code);
  }

  /** Replaces the workers one after the other. The new one is ready before the old one accepts no more connections. */
  async restart() {
    if (this.#is_stopping || this.#is_restarting) return;
    this.#is_restarting = true;
    this.#subscriptions = new Subscriptions();
    logLine("info", "restarting the processes one after the other");
    for (const old of [...this.#members]) {
      if (this.#is_stopping || old.is_dispensable || !this.#members.has(old)) continue;
      if (!(await this.#startReplacement(old.role))) {
        logLine("warn", "the restart ends here, because a new process did not become ready; the old ones continue");
        break;
      }
      await this.#retire(old);
    }
    this.#is_restarting = false;
    logLine("info", "the restart is over");
  }

  #alive() {
    return [...this.#members];
  }

  /** @param {Role} role */
  #start(role) {
    const processes = this.count + (this.has_own_jobs ? 1 : 0);
    const member = new Member(role, {
      DATABASE_POOL_MAX: process.env.DATABASE_POOL_MAX || String(poolShare(processes)),
    });
    this.#members.add(member);
    member.onMessage("rate", (message) => this.#ledger.receive(member.id, message));
    this.#subscriptions.add(member);
    void member.ready.then((is_ready) => {
      if (!is_ready) return;
      this.#failures = 0;
      this.#has_served = true;
      logLine("info", "a process is ready", { worker: member.pid, role });
      this.#assignJobs();
    });
    void member.ended.then((code) => this.#onEnd(member, code));
    this.#assignJobs();
    return member;
  }

  /** @param {Role} role */
  async #startReplacement(role) {
    const next = this.#start(role);
    next.is_dispensable = true;
    const timer = setTimeout(() => next.kill("SIGKILL"), READY_MS);
    const is_ready = await next.ready;
    clearTimeout(timer);
    next.is_dispensable = false;
    return is_ready;
  }

  /** @param {Member} old */
  async #retire(old) {
    old.is_dispensable = true;
    this.#assignJobs();
    old.send({ fitflow: "retire" });
    await old.endWithin(RETIRE_MS);
  }

  /**
   * One process runs the jobs. Leases in the database keep a short overlap harmless. A worker takes them when it serves, because to
   * load them takes as long as to start.
   */
  #assignJobs() {
    const candidates = this.#alive().filter(({ role, is_ready, is_dispensable, worker }) => {
      const may = this.has_own_jobs ? role === "jobs" : is_ready;
      return may && !is_dispensable && !worker.isDead();
    });
    // The newest, because a restart replaces the older ones.
    if (!candidates.some(({ has_jobs }) => has_jobs)) candidates.at(-1)?.takeJobs();
  }

  /**
   * @param {Member} member
   * @param {number} code
   */
  #onEnd(member, code) {
    this.#members.delete(member);
    this.#ledger.forget(member.id);
    if (this.#is_stopping) {
      this.#code ||= code;
      if (this.#members.size === 0) process.exit(this.#code);
      return;
    }
    if (!member.is_ready) this.#failures += 1;
    if (member.is_dispensable) return;
    this.#assignJobs();
    const serves = this.#alive().some(({ role, is_ready }) => role === "web" && is_ready);
    if (!serves && this.#failures >= (this.#has_served ? MOST_FAILURES : 1)) return this.#giveUp(code);
    const delay_ms = Math.min(FIRST_DELAY_MS * 2 ** this.#failures, LONGEST_DELAY_MS);
    logLine("warn", "a process ended by itself and is started again", { worker: member.pid, code, delay_ms });
    setTimeout(() => {
      if (!this.#is_stopping) this.#start(member.role);
    }, delay_ms);
  }

  /** @param {number} code */
  #giveUp(code) {
    const text = this.#has_served
      ? `No process has started in ${this.#failures} attempts. The server ends.`
      : "The server did not start.";
    logLine("fatal", text, { code });
    this.stop(code || 1);
  }
}
