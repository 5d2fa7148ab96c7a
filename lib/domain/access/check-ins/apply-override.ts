import { decideEntry } from "@/lib/domain/access/entry-rules/decide";
import type { EndedFreeze, EntryDecision, EntryWarning, VisitStep } from "@/lib/domain/access/entry-rules/decision";
import { Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { EntryReason, EntryWarningCode } from "@/lib/values/entry-reasons";
import type { EntryContext } from "./entry-context";

export type DeniedDecision = Extract<EntryDecision, { outcome: "denied" }>;

export type AdmittedDecision = {
  title: string;
  tell_member: string;
  tell_staff: string;
  warnings: EntryWarning[];
  visit: VisitStep;
  membership_id: string | null;
  quota_units: 0 | 1;
  ends_freeze: EndedFreeze | null;
  overridden_reason: EntryReason | null;
};

export type OverrideResult =
  | { admitted: AdmittedDecision; refused: null }
  | { admitted: null; refused: DeniedDecision };

export type OverrideOptions = {
  /** The reason of staff for letting the member in. */
  override_reason: string | undefined;
  /** A manager records a visit that took place; refusals become warnings. */
  records_history: boolean;
};

export function applyOverride(
  ctx: Ctx<unknown>,
  { facts }: EntryContext,
  { override_reason, records_history }: OverrideOptions,
): OverrideResult {
  const decision = decideEntry(facts);
  if (decision.outcome === "allowed") return { admitted: { ...decision, overridden_reason: null }, refused: null };
  if (records_history && !isAboutIdentity(decision.reason)) return { admitted: pastVisit(decision), refused: null };
  if (override_reason !== undefined && decision.is_overridable) {
    if (!ctx.caller.permissions.has("check_ins.override")) {
      throw new Problem("forbidden", "Your role cannot override a denied entry. Ask the front desk.");
    }
    return { admitted: { ...decision, overridden_reason: decision.reason }, refused: null };
  }
  return { admitted: null, refused: decision };
}

const identityReasons: ReadonlySet<EntryReason> = new Set([
  "unknown_code",
  "revoked_code",
  "expired_code",
  "replayed_code",
  "wrong_organization",
  "archived",
  "banned",
]);

const isAboutIdentity = (reason: EntryReason): boolean => identityReasons.has(reason);

/** The visit took place, so the reason of the refusal becomes a warning. */
function pastVisit(refused: DeniedDecision): AdmittedDecision {
  const { title, tell_staff } = refused;
  const warning: EntryWarning = {
    code: warningFor(refused.reason),
    tone: "warn",
    title,
    tell_staff,
    tell_member: null,
  };
  return { ...refused, warnings: [warning, ...refused.warnings], overridden_reason: null };
}

const warningCodes: Partial<Record<EntryReason, EntryWarningCode>> = {
  overdue: "unpaid",
  location_closed: "location_closed",
  waiver_missing: "waiver_missing",
  guardian_missing: "guardian_missing",
  full_house: "full_house",
  already_inside: "already_inside",
};

const warningFor = (reason: EntryReason): EntryWarningCode => warningCodes[reason] ?? "no_membership";
