import { createHash } from "node:crypto";
import { v7 } from "uuid";

/**
 * The id of an event that was sent without one. The SDK sends the same seed with each retry, so that a retry yields the same ids.
 * Within a request the ids sort in the given order.
 */
export function seededEventId(seed: string | null, index: number, now_ms: number): string {
  const [at, entropy] = seed?.split(",") ?? [];
  if (!at || !entropy || !/^\d+$/.test(at)) return v7({ msecs: now_ms, seq: index });
  const random = createHash("sha256").update(entropy).digest();
  return v7({ msecs: Number(at), random: random.subarray(0, 16), seq: (random.readUInt32BE(16) >>> 2) + index });
}
