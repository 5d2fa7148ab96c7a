import { createHash } from "node:crypto";
import { v7 } from "uuid";

/**
 * The ids of events that were sent without one. The SDK sends a seed along, the same with each retry of one sending, so that
 * a repeated request names the same events. Within a sending they sort as they were given.
 */
export function seededEventId(seed: string | null, index: number, now_ms: number): string {
  const [at, entropy] = seed?.split(",") ?? [];
  if (!at || !entropy || !/^\d+$/.test(at)) return v7({ msecs: now_ms, seq: index });
  const random = createHash("sha256").update(entropy).digest();
  return v7({ msecs: Number(at), random: random.subarray(0, 16), seq: (random.readUInt32BE(16) >>> 2) + index });
}
