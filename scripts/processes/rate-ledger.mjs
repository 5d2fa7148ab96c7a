import { RateWindow } from "./rate-window.mjs";

/**
 * From a worker. The key names the client, the id its window.
 *
 * @typedef {object} Report
 * @property {[key: string, id: number, points: number][]} [used]
 * @property {[key: string, id: number, points: number][]} [returned]
 * @property {[key: string, limit: number, window_ms: number, wanted: number][]} [asks]
 */

/** @typedef {{ id: number, ends_at: number, points: RateWindow }} Entry */

const TICK_MS = 50;
const SWEEP_MS = 10_000;

/**
 * Divides the limit of each client among the processes. A process gets points in advance and counts them itself. When a client comes
 * to its limit, the points that other processes have not used are called back, so that exactly the limit passes.
 */
export class RateLedger {
  /** @type {Map<string, Entry>} */
  #entries = new Map();
  /** @type {Set<string>} */
  #changed = new Set();
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  #last_id = 0;
  #swept_at = 0;

  /**
   * @param {{ send: (member: number, message: Record<string, unknown>) => void, members: () => number, now?: () => number }} options
   */
  constructor({ send, members, now = () => performance.now() }) {
    this.send = send;
    this.members = members;
    this.now = now;
  }

  /**
   * @param {number} member
   * @param {Report} report
   */
  receive(member, { used = [], returned = [], asks = [] }) {
    for (const [key, id, points] of used) {
      this.#find(key, id)?.points.use(member, points);
      this.#changed.add(key);
    }
    for (const [key, id, points] of returned) this.#find(key, id)?.points.takeBack(member, points);
    for (const [key, limit, window_ms, wanted] of asks) this.#open(key, limit, window_ms).points.ask(member, wanted);
    this.#timer ??= setTimeout(() => this.#tick(), TICK_MS).unref();
  }

  /**
   * A process has ended.
   *
   * @param {number} member
   */
  forget(member) {
    for (const { points } of this.#entries.values()) points.forget(member);
  }

  /** Tells each process what the others have used since. */
  #tick() {
    this.#timer = undefined;
    /** @type {Map<number, [key: string, id: number, others: number][]>} */
    const totals = new Map();
    for (const key of this.#changed) {
      const entry = this.#entries.get(key);
      for (const [member, others] of entry?.points.news() ?? []) {
        const list = totals.get(member) ?? [];
        totals.set(member, list);
        list.push([key, entry?.id ?? 0, others]);
      }
    }
    this.#changed.clear();
    for (const [member, list] of totals) this.send(member, { totals: list });
    this.#sweep();
  }

  #sweep() {
    const now = this.now();
    if (now - this.#swept_at < SWEEP_MS) return;
    this.#swept_at = now;
    for (const [key, { ends_at }] of this.#entries) if (ends_at <= now) this.#entries.delete(key);
  }

  /**
   * @param {string} key
   * @param {number} id
   */
  #find(key, id) {
    const entry = this.#entries.get(key);
    return entry?.id === id ? entry : undefined;
  }

  /**
   * @param {string} key
   * @param {number} limit
   * @param {number} window_ms
   * @returns {Entry}
   */
  #open(key, limit, window_ms) {
    const found = this.#entries.get(key);
    if (found && found.ends_at > this.now()) return found;
    this.#last_id += 1;
    const id = this.#last_id;
    const ends_at = this.now() + window_ms;
    const points = new RateWindow(limit, {
      members: this.members,
      grant: (member, count, others, verdict) =>
        this.send(member, { grants: [[key, id, count, others, ends_at - this.now(), verdict]] }),
      recall: (member) => this.send(member, { recalls: [[key, id]] }),
    });
    const entry = { id, ends_at, points };
    this.#entries.set(key, entry);
    return entry;
  }
}
