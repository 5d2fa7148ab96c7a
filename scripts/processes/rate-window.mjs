/** @typedef {{ granted: number, used: number, told: number }} Share `granted` includes `used`. */

/**
 * @typedef {object} Line
 * @property {(member: number, points: number, others: number, verdict: "given" | "refused" | "spent") => void} grant
 * @property {(member: number) => void} recall
 * @property {() => number} members
 */

/** A process that does not answer in this time keeps its points, and the waiting requests are refused. */
const RECALL_MS = 250;

/** The points of one client in one window, and which process has them. */
export class RateWindow {
  /** @type {Map<number, Share>} */
  #shares = new Map();
  /** How many requests of a process wait for points. @type {Map<number, number>} */
  #waiting = new Map();
  /** @type {Map<number, NodeJS.Timeout>} */
  #recalled = new Map();
  /** Used by processes that have ended. */
  #gone = 0;

  /**
   * @param {number} limit
   * @param {Line} line
   */
  constructor(limit, line) {
    this.limit = limit;
    this.line = line;
  }

  /**
   * Gives a part of what is free, so that another process finds some too. With nothing free, calls back what others have not used.
   *
   * @param {number} member
   * @param {number} wanted how many requests wait; 0 asks in advance
   */
  ask(member, wanted, may_recall = true) {
    const share = this.#shares.get(member) ?? { granted: 0, used: 0, told: 0 };
    this.#shares.set(member, share);
    const free = this.limit - this.#gone - this.#sum("granted");
    const part = Math.max(1, wanted, Math.floor(free / (2 * Math.max(1, this.line.members()))));
    const points = Math.max(0, Math.min(free, part));
    const holders = this.#holders(member);
    if (points > 0 || wanted === 0 || holders.length === 0 || !may_recall) {
      share.granted += points;
      share.told = this.#others(share);
      const is_spent = points === 0 && holders.length === 0;
      this.line.grant(member, points, share.told, is_spent ? "spent" : points || !wanted ? "given" : "refused");
      return;
    }
    this.#waiting.set(member, wanted);
    for (const holder of holders) this.#recall(holder);
  }

  /**
   * @param {number} member
   * @param {number} points
   */
  use(member, points) {
    const share = this.#shares.get(member);
    if (share) share.used += points;
  }

  /**
   * @param {number} member
   * @param {number} points
   */
  takeBack(member, points) {
    const share = this.#shares.get(member);
    if (share) share.granted -= points;
    this.#endRecall(member, true);
  }

  /**
   * What the process has not used is free again.
   *
   * @param {number} member
   */
  forget(member) {
    this.#gone += this.#shares.get(member)?.used ?? 0;
    this.#shares.delete(member);
    this.#waiting.delete(member);
    this.#endRecall(member, true);
  }

  /**
   * The processes that do not know what the others have used.
   *
   * @returns {[member: number, others: number][]}
   */
  news() {
    return [...this.#shares].flatMap(([member, share]) => {
      const others = this.#others(share);
      if (others === share.told) return [];
      share.told = others;
      return [/** @type {[number, number]} */ ([member, others])];
    });
  }

  /** @param {"granted" | "used"} what */
  #sum(what) {
    let sum = 0;
    for (const share of this.#shares.values()) sum += share[what];
    return sum;
  }

  /** @param {Share} share */
  #others(share) {
    return this.#gone + this.#sum("used") - share.used;
  }

  /** @param {number} asking */
  #holders(asking) {
    return [...this.#shares].flatMap(([id, { granted, used }]) => (id !== asking && granted > used ? [id] : []));
  }

  /** @param {number} member */
  #recall(member) {
    if (this.#recalled.has(member)) return;
    const timer = setTimeout(() => this.#endRecall(member, false), RECALL_MS).unref();
    this.#recalled.set(member, timer);
    this.line.recall(member);
  }

  /**
   * @param {number} member
   * @param {boolean} has_answered
   */
  #endRecall(member, has_answered) {
    clearTimeout(this.#recalled.get(member));
    if (!this.#recalled.delete(member) || this.#recalled.size > 0) return;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const [id, wanted] of waiting) this.ask(id, wanted, has_answered);
  }
}
