import { setTimeout as wait } from "node:timers/promises";
import { onShutdown } from "./shutdown";

type Options<Item> = {
  /** How long to collect before a flush. A full batch does not wait. */
  window_ms: number;
  /** Items of one flush at most. */
  batch_size?: number;
  /** What is added beyond it is dropped. */
  capacity?: number;
  flush: (items: Item[]) => Promise<unknown>;
  /** The items of the failed flush are not in the queue any more. */
  onFailure: (error: unknown, items: Item[]) => void;
};

/**
 * Collects what follows a commit and sends it in batches, one flush at a time: what is added meanwhile goes with the next one. A
 * shutdown waits for it.
 */
export class BatchQueue<Item> {
  private readonly waiting: Item[] = [];
  private flushing: Promise<void> | undefined;

  constructor(private readonly options: Options<Item>) {
    onShutdown("events", () => this.flushing);
  }

  add(items: readonly Item[]): void {
    const { capacity = Number.POSITIVE_INFINITY } = this.options;
    this.waiting.push(...items.slice(0, Math.max(0, capacity - this.waiting.length)));
    if (this.waiting.length > 0) this.flushing ??= this.flushAll();
  }

  clear(): void {
    this.waiting.length = 0;
  }

  private async flushAll(): Promise<void> {
    const { window_ms, batch_size = Number.POSITIVE_INFINITY, flush, onFailure } = this.options;
    while (this.waiting.length > 0) {
      if (this.waiting.length < batch_size) await wait(window_ms);
      const items = this.waiting.splice(0, batch_size);
      try {
        await flush(items);
      } catch (error) {
        onFailure(error, items);
      }
    }
    // In the same turn as the check above, so that nothing is added in between.
    this.flushing = undefined;
  }
}
