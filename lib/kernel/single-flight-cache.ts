import { elapsed } from "./clock";

type Options<T> = { max_age_ms: number; isCacheable: (value: T) => boolean; now?: () => number };
type Entry<T> = { loaded_ms: number; value: Promise<T> };

/**
 * Caches expensive reads that may be slightly stale. After expiry, the first caller loads the value and concurrent callers wait
 * for the same load. A value that is not cacheable is loaded by each caller, so it is always current.
 */
export class SingleFlightCache<T> {
  private readonly entries = new Map<string, Entry<T>>();

  constructor(private readonly options: Options<T>) {}

  async read(key: string, load: () => Promise<T>): Promise<T> {
    const { max_age_ms, isCacheable, now = elapsed } = this.options;
    const cached = this.entries.get(key);
    if (cached && now() - cached.loaded_ms < max_age_ms) return cached.value.catch(load);
    const entry = { loaded_ms: now(), value: load() };
    if (cached) this.entries.set(key, entry);
    try {
      const value = await entry.value;
      if (isCacheable(value)) this.store(key, entry);
      else this.entries.delete(key);
      return value;
    } catch (error) {
      this.entries.delete(key);
      throw error;
    }
  }

  private store(key: string, entry: Entry<T>): void {
    for (const [expired, { loaded_ms }] of this.entries) {
      if (entry.loaded_ms - loaded_ms >= this.options.max_age_ms) this.entries.delete(expired);
    }
    this.entries.set(key, entry);
  }
}
