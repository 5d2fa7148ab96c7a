/**
 * The state of the collection of one invoice whose payment failed.
 * - `open`: it is tried, or waits for its next try.
 * - `stopped`: it is not tried again until the payer gives another method, or staff act.
 */
export const dunningStatuses = ["open", "paused", "stopped", "ended"] as const;
export type DunningStatus = (typeof dunningStatuses)[number];

/** Why there are no more tries. */
export const dunningStopReasons = ["declined_for_good", "no_tries_left", "no_method", "above_mandate"] as const;
export type DunningStopReason = (typeof dunningStopReasons)[number];

/** How the invoice was settled. */
export const dunningEndReasons = ["paid", "credited", "void", "written_off"] as const;
export type DunningEndReason = (typeof dunningEndReasons)[number];

/** Where the time of the next try comes from. */
export const nextTrySources = ["schedule", "edited", "new_method", "gateway"] as const;
export type NextTrySource = (typeof nextTrySources)[number];

export const dunningStepKinds = [
  "refused",
  "new_method",
  "paused",
  "resumed",
  "edited",
  "stopped",
  "membership_ended",
] as const;

/** What happens next, the most recoverable first. */
export const dunningGroups = [
  "retry_soon",
  "retry_later",
  "paused",
  "dispute_open",
  "needs_method",
  "tries_over",
  "door_closed",
  "write_off_soon",
] as const;
export type DunningGroup = (typeof dunningGroups)[number];

/** A retry within these hours is soon, and a write-off within these days. */
export const soonHours = 24;
export const writeOffSoonDays = 7;
