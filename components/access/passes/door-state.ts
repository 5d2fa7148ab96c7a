import type { EntryReason } from "@/lib/values/entry-reasons";

/** Refusals of this hour or this house: the pass itself is good. */
const passing: ReadonlySet<EntryReason> = new Set([
  "location_closed",
  "outside_hours",
  "wrong_location",
  "full_house",
  "already_inside",
]);

export type DoorState = "open" | "not_now" | "barred";

/** Whether the code would open the door, would do so at another hour or place, or needs the desk first. */
export const doorState = (reason: EntryReason | null): DoorState =>
  reason === null ? "open" : passing.has(reason) ? "not_now" : "barred";
