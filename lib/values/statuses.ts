export const membershipStatuses = ["pending", "active", "frozen", "cancelled", "expired"] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** The status of a member, derived from all memberships on a local day. */
export const memberStatuses = [
  "active",
  "trial",
  "frozen",
  "expiring",
  "overdue",
  "expired",
  "cancelled",
  "none",
] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** A current member: a membership runs and is not frozen. "Active" alone is the status, so it leaves out trials and what needs attention. */
export const currentStatuses: readonly MemberStatus[] = ["active", "trial", "expiring", "overdue"];

export const planKinds = ["recurring", "fixed_term", "session_pack", "day_pass", "trial"] as const;
export type PlanKind = (typeof planKinds)[number];

export const intervalUnits = ["day", "week", "month", "year"] as const;
export type IntervalUnit = (typeof intervalUnits)[number];

export const checkInMethods = ["qr", "card", "code", "manual"] as const;
export type CheckInMethod = (typeof checkInMethods)[number];

export const checkOutKinds = ["staff", "member", "automatic", "backdated"] as const;

export const genders = ["female", "male", "other", "undisclosed"] as const;
export type Gender = (typeof genders)[number];

export const importStatuses = [
  "uploaded",
  "checking",
  "checked",
  "running",
  "done",
  "undoing",
  "undone",
  "failed",
] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const importRowStatuses = ["pending", "ready", "refused", "created", "skipped", "undone"] as const;
export type ImportRowStatus = (typeof importRowStatuses)[number];
