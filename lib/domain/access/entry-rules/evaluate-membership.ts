import { addDays, type CalendarDay, compareDays } from "@/lib/values/calendar-day";
import type { EntryReason } from "@/lib/values/entry-reasons";
import { freezeOn } from "@/lib/values/membership-rules/freeze";
import { entryRefusedFrom } from "@/lib/values/membership-rules/overdue-entry";
import { endReason, hasBegun, lastDay, lastsTo } from "@/lib/values/membership-rules/term";
import { isOpenAt } from "@/lib/values/opening-hours";
import type { EndedFreeze } from "./decision";
import { isBackDated } from "./entry-time";
import type { EntryFacts, EntryFreeze, EntryMembership } from "./facts";
import { reachedLimit } from "./visit-limits";

export type MembershipDecision = {
  /** As it is after the freeze that the entry ends. */
  membership: EntryMembership;
  refusal: EntryReason | null;
  ends_freeze: EndedFreeze | null;
};

const FOREVER = "9999-12-31";

/** The first rule that refuses entry with this membership, in the order of the reasons. Null: the membership allows entry. */
export const evaluateMembership = (
  membership: EntryMembership,
  facts: EntryFacts,
  today: CalendarDay,
): MembershipDecision => {
  const freeze = freezeEndedBy(membership, facts, today);
  const judged = freeze ? withoutRestOf(freeze, membership, today) : membership;
  const { id: membership_id, plan_name } = membership;
  return {
    membership: judged,
    refusal: refusalOf(judged, facts, today),
    ends_freeze: freeze && { membership_id, plan_name, from_on: freeze.from_on, to_on: freeze.to_on },
  };
};

/** E4. A visit that is entered afterwards ends nothing. */
const freezeEndedBy = ({ freezes }: EntryMembership, facts: EntryFacts, today: CalendarDay): EntryFreeze | null => {
  const freeze = freezes.find(({ from_on, to_on }) => from_on <= today && (to_on === null || today <= to_on));
  return freeze?.ends_on_return && !isBackDated(facts.now, facts.received_at) ? freeze : null;
};

/** A freeze that began today does not take place. */
const withoutRestOf = (freeze: EntryFreeze, membership: EntryMembership, today: CalendarDay): EntryMembership => ({
  ...membership,
  freezes: membership.freezes.flatMap((one) =>
    one !== freeze ? [one] : one.from_on === today ? [] : [{ ...one, to_on: addDays(today, -1) }],
  ),
});

const refusalOf = (membership: EntryMembership, facts: EntryFacts, today: CalendarDay): EntryReason | null => {
  const { location, now } = facts;
  if (freezeOn(membership, today)) return "frozen";
  if (!lastsTo(membership, today)) return endReason(membership);
  if (!hasBegun(membership, today)) return "not_started";
  if (blockingDebt(membership, facts, today)) return "overdue";
  if (facts.policy.closed_entry === "deny" && isClosed(facts)) return "location_closed";
  if (membership.access_hours && !isOpenAt(membership.access_hours, now, location.time_zone)) return "outside_hours";
  if (membership.location_ids && !membership.location_ids.includes(location.id)) return "wrong_location";
  if (quotaUnits(membership) > 0 && quotaLeft(membership) === 0) return "quota_used";
  if (reachedLimit(membership)) return "quota_used";
  return null;
};

/** Blocks by age or by amount of the debt. A debt affects its own membership only, unless the policy blocks the person. */
export const blockingDebt = (membership: EntryMembership, facts: EntryFacts, today: CalendarDay) => {
  const owing = facts.policy.overdue_blocks === "person" ? debtsOf(facts, membership) : [membership];
  return owing.find((one) => refusedFrom(one, facts) <= today) ?? null;
};

/** The membership's own debt first, then the oldest. */
export const debtsOf = (facts: EntryFacts, membership: EntryMembership | null): EntryMembership[] =>
  facts.memberships
    .filter(({ overdue }) => overdue !== null)
    .sort(
      (a, b) =>
        Number(b.id === membership?.id) - Number(a.id === membership?.id) ||
        compareDays(a.overdue?.since_on ?? FOREVER, b.overdue?.since_on ?? FOREVER) ||
        compareIds(a.id, b.id),
    );

/** The first local day on which a debt refuses entry. */
export const refusedFrom = ({ overdue }: EntryMembership, { policy }: EntryFacts): CalendarDay => {
  if (!overdue) return FOREVER;
  const amount_reached = policy.overdue_amount_minor !== null && overdue.amount_minor >= policy.overdue_amount_minor;
  return amount_reached ? overdue.since_on : entryRefusedFrom(overdue.since_on, policy);
};

export const isClosed = ({ location, now }: EntryFacts): boolean =>
  location.opening_hours !== null && !isOpenAt(location.opening_hours, now, location.time_zone);

export const quotaUnits = ({ quota }: EntryMembership): 0 | 1 => (quota && !quota.used_today ? 1 : 0);

export const quotaLeft = ({ quota }: EntryMembership): number =>
  quota ? Math.max(0, quota.limit - quota.used) : Number.POSITIVE_INFINITY;

/** Memberships that use no session rank first; then packs by earliest end, and other memberships by latest end. */
export const compareAllowing = (a: EntryMembership, b: EntryMembership): number =>
  quotaUnits(a) - quotaUnits(b) ||
  Number(a.overdue !== null) - Number(b.overdue !== null) ||
  (quotaUnits(a) ? compareEnds(a, b) : compareEnds(b, a)) ||
  compareDays(a.starts_on, b.starts_on) ||
  compareIds(a.id, b.id);

/** If all memberships refuse entry, the one with the latest end gives the reason. */
export const compareRefusing = (a: EntryMembership, b: EntryMembership): number =>
  compareEnds(b, a) || compareDays(b.starts_on, a.starts_on) || compareIds(a.id, b.id);

const compareEnds = (a: EntryMembership, b: EntryMembership): number =>
  compareDays(lastDay(a) ?? FOREVER, lastDay(b) ?? FOREVER);

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
