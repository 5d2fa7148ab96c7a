import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { freezeOn } from "@/lib/values/membership-rules/freeze";
import { overdueSince, type Unpaid } from "@/lib/values/membership-rules/overdue";
import { type DatedMembership, hasEnded, type SessionCount } from "@/lib/values/membership-rules/status";
import { endsWithin, hasBegun, lastDay } from "@/lib/values/membership-rules/term";
import type { Interval } from "@/lib/values/membership-term";
import type { Policies } from "@/lib/values/policies";
import type { MemberStatus } from "@/lib/values/statuses";

export type StatusMembership = DatedMembership &
  SessionCount &
  Unpaid &
  Interval & {
    plan_name: string;
    next_bill_on: CalendarDay | null;
    anchor_day: number;
  };

/** The policy that the status of a member depends on. */
export type StatusPolicy = Pick<Policies, "expiring_days">;

/** The status of a member with the membership that determines it. An ended membership counts only if there is no other. */
export type MemberStatusResult = {
  status: MemberStatus;
  /** Null if no membership has begun. */
  membership: StatusMembership | null;
};

type RankedStatus = { status: MemberStatus; rank: number; last_on: CalendarDay; membership: StatusMembership };

const forever = "9999-12-31";

/** The status of a member on a local day. status-query.ts computes the same in SQL. */
export function memberStatusOn(
  memberships: readonly StatusMembership[],
  today: CalendarDay,
  policy: StatusPolicy,
): MemberStatusResult {
  const covered_to = memberships
    .filter((membership) => runsOn(membership, today))
    .reduce((latest, { ends_on }) => later(latest, ends_on ?? forever), "");
  const [best] = memberships
    .filter((membership) => hasBegun(membership, today))
    .map((membership) => rankedStatusOn(membership, { today, covered_to, policy }))
    .sort((a, b) => a.rank - b.rank || compare(b.last_on, a.last_on) || compare(a.status, b.status));
  return best ? { status: best.status, membership: best.membership } : { status: "none", membership: null };
}

type StatusContext = { today: CalendarDay; covered_to: CalendarDay | ""; policy: StatusPolicy };

function rankedStatusOn(membership: StatusMembership, { today, covered_to, policy }: StatusContext): RankedStatus {
  const { kind, cancelled_on } = membership;
  const ranked = (status: MemberStatus, rank: number): RankedStatus => ({
    status,
    rank,
    last_on: lastDay(membership) ?? forever,
    membership,
  });
  if (hasEnded(membership, today)) return ranked(cancelled_on === null ? "expired" : "cancelled", 7);
  if (overdueSince(membership, today) !== null) return ranked("overdue", 1);
  if (freezeOn(membership, today)) return ranked("frozen", 5);
  if (cancelled_on !== null) return covered_to >= cancelled_on ? ranked("active", 2) : ranked("cancelled", 6);
  if (kind === "trial") return ranked("trial", 4);
  const { expiring_days } = policy;
  const is_renewed = covered_to > addDays(today, expiring_days);
  const is_expiring = kind !== "day_pass" && !is_renewed && endsWithin(membership, today, expiring_days);
  return is_expiring ? ranked("expiring", 3) : ranked("active", 2);
}

/** Current or pending: a member with a pending membership has renewed. */
const runsOn = (membership: StatusMembership, today: CalendarDay): boolean =>
  membership.cancelled_on === null && !hasEnded(membership, today);

const later = (a: CalendarDay | "", b: CalendarDay) => (a > b ? a : b);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
