import { type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import { type CredentialState, type EntryReason, isOverridable } from "@/lib/values/entry-reasons";
import type { EntryDecision } from "./decision";
import type { EntryFacts, EntryMember, EntryMembership } from "./facts";
import { compareAdmitting, compareRefusing, isClosed, judgeMembership, quotaUnits } from "./judge-membership";
import { tellOfMembership } from "./tell-of-membership";
import { tellOfPerson } from "./tell-of-person";
import { isDoubleRead, isSameVisit, repeatedVisit, stepFor } from "./visit-step";
import { isFull, lacksGuardian, standingWarnings, warningsFor } from "./warnings";
import { timeInWords } from "./wording";

type Ground = { facts: EntryFacts; today: CalendarDay };

/** Who may come in, and why not: the same facts give the same answer on the server and on a desk without network. */
export const decideEntry = (facts: EntryFacts): EntryDecision => {
  const ground = { facts, today: dayAt(facts.now, facts.location.time_zone) };
  const person_refusal = refusalOfCode(facts) ?? refusalOfPerson(facts.member);
  if (person_refusal || !facts.member) return denied(ground, person_refusal ?? "unknown_code", null);

  const { membership, refusal } = bestMembership(ground);
  const repeated = repeatedVisit(facts);
  if (repeated && isSameVisit(facts, repeated)) return sameVisit(ground, facts.member, membership, repeated);
  if (refusal) return denied(ground, refusal, membership);
  const late_refusal = refusalAtTheDoor(ground, facts.member) ?? (repeated ? "already_inside" : null);
  if (late_refusal) return denied(ground, late_refusal, null);
  return allowed(ground, facts.member, membership);
};

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

const bestMembership = ({
  facts,
  today,
}: Ground): { membership: EntryMembership | null; refusal: EntryReason | null } => {
  const verdicts = facts.memberships.map((membership) => judgeMembership(membership, facts, today));
  const [admitting] = verdicts
    .filter(({ refusal }) => refusal === null)
    .sort((a, b) => compareAdmitting(a.membership, b.membership));
  if (admitting) return admitting;
  const [refusing] = verdicts.sort((a, b) => compareRefusing(a.membership, b.membership));
  if (refusing) return refusing;
  if (facts.policy.without_membership === "deny") return { membership: null, refusal: "no_membership" };
  return {
    membership: null,
    refusal: facts.policy.closed_entry === "deny" && isClosed(facts) ? "location_closed" : null,
  };
};

const refusalAtTheDoor = ({ facts, today }: Ground, member: EntryMember): EntryReason | null => {
  const { policy } = facts;
  if (policy.waiver === "block" && !member.waiver_signed_at) return "waiver_missing";
  if (policy.guardian === "block" && lacksGuardian(member, facts, today)) return "guardian_missing";
  if (policy.full_house === "deny" && isFull(facts)) return "full_house";
  return null;
};

const denied = ({ facts, today }: Ground, reason: EntryReason, membership: EntryMembership | null): EntryDecision => {
  const refusal = { reason, facts, today, membership };
  return {
    outcome: "denied",
    reason,
    is_overridable: isOverridable(reason),
    ...((membership && tellOfMembership(refusal, membership)) ?? tellOfPerson(refusal)),
    warnings: [],
    visit: stepFor(facts),
    membership_id: membership?.id ?? null,
    quota_units: 0,
  };
};

const allowed = (ground: Ground, member: EntryMember, membership: EntryMembership | null): EntryDecision => ({
  outcome: "allowed",
  reason: null,
  title: membership?.plan_name ?? "No membership",
  tell_member: `Come in, ${member.first_name}.`,
  tell_staff: `Let ${member.first_name} in.`,
  warnings: warningsFor({ ...ground, member, membership }),
  visit: stepFor(ground.facts),
  membership_id: membership?.id ?? null,
  quota_units: membership ? quotaUnits(membership) : 0,
});

const sameVisit = (
  { facts, today }: Ground,
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
    warnings: standingWarnings({ facts, today, member, membership }),
    visit: { step: "same", visit_id: visit.id },
    membership_id: null,
    quota_units: 0,
  };
};
