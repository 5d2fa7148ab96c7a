import type { EntryReason } from "@/lib/values/entry-reasons";

/** A refusal in the width of a list. */
export const reasonWords: Record<EntryReason, string> = {
  unknown_code: "Code not known",
  revoked_code: "Card no longer valid",
  expired_code: "Pass too old",
  replayed_code: "Pass used already",
  wrong_organization: "Pass of another gym",
  archived: "Record archived",
  banned: "Not allowed in",
  no_membership: "No membership",
  frozen: "Frozen",
  cancelled: "Cancelled",
  expired: "Expired",
  not_started: "Not started yet",
  overdue: "Payment overdue",
  location_closed: "Closed",
  outside_hours: "Outside the plan's hours",
  wrong_location: "Not for this location",
  quota_used: "All visits used",
  waiver_missing: "Waiver not signed",
  guardian_missing: "A guardian has to sign",
  full_house: "Full",
  already_inside: "Inside already",
};
