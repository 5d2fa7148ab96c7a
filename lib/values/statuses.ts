import { z } from "zod";

const membershipStatuses = ["pending", "active", "frozen", "cancelled", "expired"] as const;
export const membershipStatus = z.enum(membershipStatuses);
export type MembershipStatus = (typeof membershipStatuses)[number];

/** What a list and a badge say of a member, derived from their memberships on a local day. */
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
export const memberStatus = z.enum(memberStatuses);
export type MemberStatus = (typeof memberStatuses)[number];

export const planKinds = ["recurring", "fixed_term", "session_pack", "day_pass", "trial"] as const;
export const planKind = z.enum(planKinds);
export type PlanKind = (typeof planKinds)[number];

export const intervalUnits = ["day", "week", "month", "year"] as const;
export const intervalUnit = z.enum(intervalUnits);
export type IntervalUnit = (typeof intervalUnits)[number];

export const checkInMethods = ["qr", "card", "code", "manual"] as const;
export const checkInMethod = z.enum(checkInMethods);
export type CheckInMethod = (typeof checkInMethods)[number];

export const checkOutKinds = ["staff", "member", "automatic", "backdated"] as const;
export const checkOutKind = z.enum(checkOutKinds);

export const genders = ["female", "male", "other", "undisclosed"] as const;
export const gender = z.enum(genders);
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
export const importStatus = z.enum(importStatuses);
export type ImportStatus = (typeof importStatuses)[number];

export const importRowStatuses = ["pending", "ready", "refused", "created", "skipped", "undone"] as const;
export const importRowStatus = z.enum(importRowStatuses);
export type ImportRowStatus = (typeof importRowStatuses)[number];
