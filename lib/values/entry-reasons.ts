/** In order of priority: the first that applies is the entry reason. */
export const entryReasons = [
  "unknown_code",
  "revoked_code",
  "expired_code",
  "replayed_code",
  "wrong_organization",
  "archived",
  "banned",
  "no_membership",
  "frozen",
  "cancelled",
  "expired",
  "not_started",
  "overdue",
  "location_closed",
  "outside_hours",
  "wrong_location",
  "quota_used",
  "waiver_missing",
  "guardian_missing",
  "full_house",
  "already_inside",
] as const;
export type EntryReason = (typeof entryReasons)[number];

export const entryWarnings = [
  "already_inside",
  "second_location",
  "freeze_ended",
  "unpaid",
  "expires_today",
  "expiring",
  "quota_low",
  "waiver_missing",
  "guardian_missing",
  "no_membership",
  "location_closed",
  "full_house",
  "birthday",
  "first_visit",
] as const;
export type EntryWarningCode = (typeof entryWarnings)[number];

export const entryOutcomes = ["allowed", "denied"] as const;

export const credentialStates = ["ok", "unknown", "revoked", "expired", "replayed", "other_organization"] as const;
export type CredentialState = (typeof credentialStates)[number];

/** Reasons that staff cannot override. */
const nonOverridable: ReadonlySet<EntryReason> = new Set([
  "unknown_code",
  "revoked_code",
  "expired_code",
  "replayed_code",
  "wrong_organization",
  "archived",
  "banned",
  "guardian_missing",
]);

export const isOverridable = (reason: EntryReason): boolean => !nonOverridable.has(reason);
