/** freezing, undoing: the job works. failed: it gave up, and a person continues it. */
export const closureStates = ["freezing", "done", "undoing", "undone", "failed"] as const;
export type ClosureState = (typeof closureStates)[number];

export const closureOutcomes = ["frozen", "shortened", "skipped"] as const;
export type ClosureOutcome = (typeof closureOutcomes)[number];

/** Why a membership is not frozen on all the days. */
export const closureReasons = [
  "ends_before",
  "ends_during",
  "begins_after",
  "begins_during",
  "frozen_already",
  "frozen_partly",
  "not_freezable",
] as const;
export type ClosureReason = (typeof closureReasons)[number];
