import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import type { IntervalUnit, MemberStatus, PlanKind } from "@/lib/values/statuses";

export type StandingMembership = {
  plan_name: string;
  kind: PlanKind;
  starts_on: CalendarDay;
  ends_on: CalendarDay | null;
  /** The first day that no longer admits. */
  cancelled_on: CalendarDay | null;
  next_bill_on: CalendarDay | null;
  anchor_day: number;
  interval_unit: IntervalUnit;
  interval_count: number;
  arrears_since_on: CalendarDay | null;
  sessions_included: number | null;
  sessions_used: number;
  freezes: readonly { from_on: CalendarDay; to_on: CalendarDay | null }[];
};

/** What one membership says of its member; "ended" ones only count where nothing else does. */
export type Standing = {
  status: MemberStatus;
  /** The membership that decides; null where none has begun. */
  membership: StandingMembership | null;
};

type Verdict = { status: MemberStatus; rank: number; last_on: CalendarDay; membership: StandingMembership };

export const expiringDays = 14;
const forever = "9999-12-31";

/** A member's one word on a local day. status-query.ts says the same in SQL. */
export function memberStanding(memberships: readonly StandingMembership[], today: CalendarDay): Standing {
  const covered_to = memberships
    .filter((membership) => runsOn(membership, today))
    .reduce((latest, { ends_on }) => later(latest, ends_on ?? forever), "");
  const [best] = memberships
    .filter(({ starts_on }) => starts_on <= today)
    .map((membership) => verdictOn(membership, today, covered_to))
    .sort((a, b) => a.rank - b.rank || compare(b.last_on, a.last_on) || compare(a.status, b.status));
  return best ? { status: best.status, membership: best.membership } : { status: "none", membership: null };
}

function verdictOn(membership: StandingMembership, today: CalendarDay, covered_to: CalendarDay | ""): Verdict {
  const { kind, ends_on, cancelled_on, arrears_since_on } = membership;
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
  const soon = addDays(today, expiringDays);
  const is_expiring = kind !== "day_pass" && ends_on !== null && ends_on <= soon && covered_to <= soon;
  return is_expiring ? verdict("expiring", 3) : verdict("active", 2);
}

export const freezeOn = ({ freezes }: StandingMembership, day: CalendarDay) =>
  freezes.find(({ from_on, to_on }) => from_on <= day && (to_on === null || day <= to_on));

const isUsedUp = ({ kind, sessions_included, sessions_used }: StandingMembership): boolean =>
  kind === "session_pack" && sessions_included !== null && sessions_used >= sessions_included;

export function hasEnded(membership: StandingMembership, day: CalendarDay): boolean {
  const { cancelled_on, ends_on } = membership;
  if (isUsedUp(membership)) return true;
  if (cancelled_on !== null && cancelled_on <= day) return true;
  return ends_on !== null && ends_on < day && !freezeOn(membership, day);
}

/** The last day that admits, by whichever end comes first. */
export function lastDay({ ends_on, cancelled_on }: StandingMembership): CalendarDay | null {
  const cancelled = cancelled_on && addDays(cancelled_on, -1);
  if (!cancelled || !ends_on) return cancelled ?? ends_on;
  return cancelled < ends_on ? cancelled : ends_on;
}

/** Begun or still to come: whoever has bought the next one is not about to leave. */
const runsOn = (membership: StandingMembership, today: CalendarDay): boolean =>
  membership.cancelled_on === null && !hasEnded(membership, today);

const later = (a: CalendarDay | "", b: CalendarDay) => (a > b ? a : b);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
