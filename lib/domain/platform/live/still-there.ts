import type { Caller } from "@/lib/kernel/caller";
import { currentCaller } from "@/lib/kernel/current-caller";

/**
 * The caller with today's rights (A5), or null once they may not follow the gym any more. A database that is away for a moment
 * says nothing about the session; but after a change of rights the old ones count no longer, so `is_changed` ends with null.
 */
export async function callerNow(caller: Caller, { is_changed = false } = {}): Promise<Caller | null> {
  try {
    const now = await currentCaller(caller);
    return now?.permissions.has("occupancy.read") ? now : null;
  } catch {
    return is_changed ? null : caller;
  }
}
