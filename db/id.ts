import { AsyncLocalStorage } from "node:async_hooks";
import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";

const made = new AsyncLocalStorage<() => string>();

/** Time-ordered, so that primary-key indexes grow at their end. Within a millisecond the ids of a process are in order. */
export function newId(): string {
  return made.getStore()?.() ?? v7({ random: randomBytesOfId(), seq: nextSequence() });
}

/** Every new id within `work` comes from `make`, so that a seed writes the same rows each time. */
export const withIds = <T>(make: () => string, work: () => T): T => made.run(make, work);

const idBytes = 16;
const pool = new Uint8Array(idBytes * 256);
let used = pool.length;

/** A call of the random source for each id costs more than the rest of the id. */
function randomBytesOfId(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += idBytes;
  return pool.subarray(used - idBytes, used);
}

const counter = randomFillSync(new Uint32Array(1));

/** The counter begins anywhere and goes round after four billion ids. */
function nextSequence(): number {
  counter[0] = (counter[0] ?? 0) + 1;
  return counter[0];
}
