import type { EntryReason } from "@/lib/values/entry-reasons";

/** Short texts of the entry reasons, for lists. */
export const reasonLabels: Record<EntryReason, string> = {
  unknown_code: "Unknown code",
  revoked_code: "Card no longer valid",
  expired_code: "Pass expired",
  replayed_code: "Pass already used",
  wrong_organization: "Pass of another gym",
  archived: "Record archived",
  banned: "Entry not allowed",
  no_membership: "No membership",
  frozen: "Frozen",
  cancelled: "Cancelled",
  expired: "Expired",
  not_started: "Not started yet",
  overdue: "Payment overdue",
  location_closed: "Closed",
  outside_hours: "Outside the plan's hours",
  wrong_location: "Not for this location",
  quota_used: "No visits left",
  waiver_missing: "Waiver not signed",
  guardian_missing: "Guardian signature missing",
  full_house: "Location full",
  already_inside: "Already inside",
};
