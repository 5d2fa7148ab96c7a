import { type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import { type CredentialState, type EntryReason, isOverridable } from "@/lib/values/entry-reasons";
import type { EntryDecision } from "./decision";
import {
  compareAllowing,
  compareRefusing,
  evaluateMembership,
  isClosed,
  type MembershipDecision,
  quotaUnits,
} from "./evaluate-membership";
import type { EntryFacts, EntryMember, EntryMembership } from "./facts";
import { membershipMessage } from "./membership-message";
import { personMessage } from "./person-message";
import { isDoubleRead, isSameVisit, repeatedVisit, stepFor } from "./visit-step";
import { isFull, lacksGuardian, repeatedScanWarnings, warningsFor } from "./warnings";
import { timeInWords } from "./wording";

type DecisionContext = { facts: EntryFacts; today: CalendarDay };

/** Decides whether a member may enter, and for which reason not. Pure: an offline desk and the server decide alike. */
export const decideEntry = (facts: EntryFacts): EntryDecision => {
  const context = { facts, today: dayAt(facts.now, facts.location.time_zone) };
  const person_refusal = refusalOfCode(facts) ?? refusalOfPerson(facts.member);
  if (person_refusal || !facts.member) return denied(context, person_refusal ?? "unknown_code", nothing);

  const best = bestMembership(context);
  const { membership, refusal } = best;
  const repeated = repeatedVisit(facts);
  if (repeated && isSameVisit(facts, repeated)) return sameVisit(context, facts.member, membership, repeated);
  if (refusal) return denied(context, refusal, best);
  const late_refusal = refusalOnSite(context, facts.member) ?? (repeated ? "already_inside" : null);
  if (late_refusal) return denied(context, late_refusal, { ...best, membership: null });
  return allowed(context, facts.member, best);
};

type Best = Pick<MembershipDecision, "ends_freeze"> & { membership: EntryMembership | null };
const nothing: Best = { membership: null, ends_freeze: null };

const codeReasons: Record<Exclude<CredentialState, "ok">, EntryReason> = {
  unknown: "unknown_code",
  revoked: "revoked_code",
  expired: "expired_code",
  replayed: "replayed_code",
  other_organization: "wrong_organization",
};

const refusalOfCode = (facts: EntryFacts): EntryReason | null => {
  const { state } = facts.credential;
  return state === "ok" || isDoubleRead(facts) ? null : codeReasons[state];
};

const refusalOfPerson = (member: EntryMember | null): EntryReason | null => {
  if (!member) return "unknown_code";
  if (member.is_archived) return "archived";
  return member.ban ? "banned" : null;
};

const bestMembership = ({ facts, today }: DecisionContext): Best & { refusal: EntryReason | null } => {
  const decisions = facts.memberships.map((membership) => evaluateMembership(membership, facts, today));
  const [allowing] = decisions
    .filter(({ refusal }) => refusal === null)
    .sort(
      (a, b) =>
        Number(a.ends_freeze !== null) - Number(b.ends_freeze !== null) || compareAllowing(a.membership, b.membership),
    );
  if (allowing) return allowing;
  const [refusing] = decisions.sort((a, b) => compareRefusing(a.membership, b.membership));
  if (refusing) return refusing;
  if (facts.policy.without_membership === "deny") return { ...nothing, refusal: "no_membership" };
  return {
    ...nothing,
    refusal: facts.policy.closed_entry === "deny" && isClosed(facts) ? "location_closed" : null,
  };
};

const refusalOnSite = ({ facts, today }: DecisionContext, member: EntryMember): EntryReason | null => {
  const { policy } = facts;
  if (policy.waiver === "block" && !member.waiver_signed_at) return "waiver_missing";
  if (policy.guardian === "block" && lacksGuardian(member, facts, today)) return "guardian_missing";
  if (policy.full_house === "deny" && isFull(facts)) return "full_house";
  return null;
};

const denied = (
  { facts, today }: DecisionContext,
  reason: EntryReason,
  { membership, ends_freeze }: Best,
): EntryDecision => {
  const refusal = { reason, facts, today, membership };
  return {
    outcome: "denied",
    reason,
    is_overridable: isOverridable(reason),
    ...((membership && membershipMessage(refusal, membership)) ?? personMessage(refusal)),
    warnings: [],
    visit: stepFor(facts),
    membership_id: membership?.id ?? null,
    quota_units: 0,
    ends_freeze,
  };
};

const allowed = (context: DecisionContext, member: EntryMember, { membership, ends_freeze }: Best): EntryDecision => ({
  outcome: "allowed",
  reason: null,
  title: membership?.plan_name ?? "No membership",
  tell_member: `Come in, ${member.first_name}.`,
  tell_staff: `Let ${member.first_name} in.`,
  warnings: warningsFor({ ...context, member, membership, ends_freeze }),
  visit: stepFor(context.facts),
  membership_id: membership?.id ?? null,
  quota_units: membership ? quotaUnits(membership) : 0,
  ends_freeze,
});

const sameVisit = (
  { facts, today }: DecisionContext,
  member: EntryMember,
  membership: EntryMembership | null,
  visit: { id: string; check_in_at: string },
): EntryDecision => {
  const since = timeInWords(visit.check_in_at, facts.location.time_zone, facts.locale);
  return {
    outcome: "allowed",
    reason: null,
    title: `Checked in at ${since}`,
    tell_member: `Come in, ${member.first_name}. You were checked in at ${since}.`,
    tell_staff: `Let ${member.first_name} in. This is the visit that began at ${since}.`,
    warnings: repeatedScanWarnings({ facts, today, member, membership, ends_freeze: null }),
    visit: { step: "same", visit_id: visit.id },
    membership_id: null,
    quota_units: 0,
    ends_freeze: null,
  };
};
