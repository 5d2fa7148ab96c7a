import { elapsed } from "./clock";

type Options<T> = { kept_ms: number; isKept: (answer: T) => boolean; now?: () => number };
type Kept<T> = { since_ms: number; answer: Promise<T> };

/**
 * Answers that cost much and may be a little old. Where one has grown too old, the first who asks reads it anew and all who
 * ask meanwhile wait for the same flight. What is not kept is read by each for itself, so that it is always of this moment.
 */
export class KeptReads<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(private readonly options: Options<T>) {}

  async read(key: string, ask: () => Promise<T>): Promise<T> {
    const { kept_ms, isKept, now = elapsed } = this.options;
    const known = this.kept.get(key);
    if (known && now() - known.since_ms < kept_ms) return known.answer.catch(ask);
    const flight = { since_ms: now(), answer: ask() };
    if (known) this.kept.set(key, flight);
    try {
      const answer = await flight.answer;
      if (isKept(answer)) this.keep(key, flight);
      else this.kept.delete(key);
      return answer;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }

  private keep(key: string, flight: Kept<T>): void {
    for (const [other, { since_ms }] of this.kept) {
      if (flight.since_ms - since_ms >= this.options.kept_ms) this.kept.delete(other);
    }
    this.kept.set(key, flight);
  }
}
