import { z } from "zod";

/** In the order in which they are looked at: the first that applies is the one reason of a refusal. */
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
export const entryReason = z.enum(entryReasons);
export type EntryReason = (typeof entryReasons)[number];

const entryWarnings = [
  "already_inside",
  "second_location",
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
export const entryWarningCode = z.enum(entryWarnings);
export type EntryWarningCode = (typeof entryWarnings)[number];

const entryOutcomes = ["allowed", "denied"] as const;
export const entryOutcome = z.enum(entryOutcomes);

export const credentialStates = ["ok", "unknown", "revoked", "expired", "replayed", "other_organization"] as const;
export type CredentialState = (typeof credentialStates)[number];

/** A refusal that only a correction cures, not the goodwill of the desk. */
const neverOverridden: ReadonlySet<EntryReason> = new Set([
  "unknown_code",
  "revoked_code",
  "expired_code",
  "replayed_code",
  "wrong_organization",
  "archived",
  "banned",
  "guardian_missing",
]);

export const isOverridable = (reason: EntryReason): boolean => !neverOverridden.has(reason);
