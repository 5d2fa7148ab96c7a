import { AsyncLocalStorage } from "node:async_hooks";
import { v7 } from "uuid";

const made = new AsyncLocalStorage<() => string>();

/** Time-ordered, so that primary-key indexes grow at their end. */
export function newId(): string {
  return made.getStore()?.() ?? v7();
}

/** Every new id within `work` comes from `make`, so that a seed writes the same rows each time. */
export const withIds = <T>(make: () => string, work: () => T): T => made.run(make, work);
