import type { EntryReason } from "@/lib/values/entry-reasons";

/** Temporary reasons: the pass itself is valid. */
const temporaryReasons: ReadonlySet<EntryReason> = new Set([
  "location_closed",
  "outside_hours",
  "wrong_location",
  "full_house",
  "already_inside",
]);

export type EntryState = "allowed" | "not_now" | "blocked";

/** Whether the pass is valid now, at another time or location, or only after a visit to the front desk. */
export const entryState = (reason: EntryReason | null): EntryState =>
  reason === null ? "allowed" : temporaryReasons.has(reason) ? "not_now" : "blocked";
