import type { Caller } from "@/lib/kernel/caller";
import { currentCaller } from "@/lib/kernel/current-caller";

/**
 * The caller with current rights (A5); null if they may no longer follow the organization. If the database is unavailable, the
 * old rights remain, except after a change of rights (`is_changed`).
 */
export async function refreshCaller(caller: Caller, { is_changed = false } = {}): Promise<Caller | null> {
  try {
    const current = await currentCaller(caller);
    return current?.permissions.has("occupancy.read") ? current : null;
  } catch {
    return is_changed ? null : caller;
  }
}
