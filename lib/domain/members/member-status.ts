import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { freezeOn } from "@/lib/values/membership-rules/freeze";
import { type DatedMembership, hasEnded, type SessionCount } from "@/lib/values/membership-rules/status";
import { endsWithin, hasBegun, lastDay } from "@/lib/values/membership-rules/term";
import type { Interval } from "@/lib/values/membership-term";
import type { Policies } from "@/lib/values/policies";
import type { MemberStatus } from "@/lib/values/statuses";

export type StandingMembership = DatedMembership &
  SessionCount &
  Interval & {
    plan_name: string;
    next_bill_on: CalendarDay | null;
    anchor_day: number;
    arrears_since_on: CalendarDay | null;
  };

/** The policy that the status of a member depends on. */
export type StandingPolicy = Pick<Policies, "expiring_days">;

/** What one membership says of its member; "ended" ones only count where nothing else does. */
export type Standing = {
  status: MemberStatus;
  /** The membership that decides; null where none has begun. */
  membership: StandingMembership | null;
};

type Verdict = { status: MemberStatus; rank: number; last_on: CalendarDay; membership: StandingMembership };

const forever = "9999-12-31";

/** A member's one word on a local day. status-query.ts says the same in SQL. */
export function memberStanding(
  memberships: readonly StandingMembership[],
  today: CalendarDay,
  policy: StandingPolicy,
): Standing {
  const covered_to = memberships
    .filter((membership) => runsOn(membership, today))
    .reduce((latest, { ends_on }) => later(latest, ends_on ?? forever), "");
  const [best] = memberships
    .filter((membership) => hasBegun(membership, today))
    .map((membership) => verdictOn(membership, { today, covered_to, policy }))
    .sort((a, b) => a.rank - b.rank || compare(b.last_on, a.last_on) || compare(a.status, b.status));
  return best ? { status: best.status, membership: best.membership } : { status: "none", membership: null };
}

type Ground = { today: CalendarDay; covered_to: CalendarDay | ""; policy: StandingPolicy };

function verdictOn(membership: StandingMembership, { today, covered_to, policy }: Ground): Verdict {
  const { kind, cancelled_on, arrears_since_on } = membership;
  const verdict = (status: MemberStatus, rank: number): Verdict => ({
    status,
    rank,
    last_on: lastDay(membership) ?? forever,
    membership,
  });
  if (hasEnded(membership, today)) return verdict(cancelled_on === null ? "expired" : "cancelled", 7);
  if (arrears_since_on !== null) return verdict("overdue", 1);
  if (freezeOn(membership, today)) return verdict("frozen", 5);
  if (cancelled_on !== null) return covered_to >= cancelled_on ? verdict("active", 2) : verdict("cancelled", 6);
  if (kind === "trial") return verdict("trial", 4);
  const { expiring_days } = policy;
  const is_renewed = covered_to > addDays(today, expiring_days);
  const is_expiring = kind !== "day_pass" && !is_renewed && endsWithin(membership, today, expiring_days);
  return is_expiring ? verdict("expiring", 3) : verdict("active", 2);
}

/** Begun or still to come: whoever has bought the next one is not about to leave. */
const runsOn = (membership: StandingMembership, today: CalendarDay): boolean =>
  membership.cancelled_on === null && !hasEnded(membership, today);

const later = (a: CalendarDay | "", b: CalendarDay) => (a > b ? a : b);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
