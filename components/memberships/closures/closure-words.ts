import type { ClosureReason, ClosureState } from "@/lib/values/closures";

export const stateWords: Record<ClosureState, string> = {
  freezing: "Freezing memberships",
  done: "Memberships are frozen",
  undoing: "Being undone",
  undone: "Undone",
  failed: "Stopped",
};

export const reasonWords: Record<ClosureReason, string> = {
  ends_before: "Ends before the closure",
  ends_during: "Ends during the closure",
  begins_after: "Begins after the closure",
  begins_during: "Begins during the closure",
  frozen_already: "Frozen already",
  frozen_partly: "Frozen already on some of the days",
  not_freezable: "A day pass or pack that cannot be frozen",
};
