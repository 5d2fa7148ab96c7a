import type { CalendarDay } from "@/lib/values/calendar-day";
import type { MembershipStatus, PlanKind } from "@/lib/values/statuses";
import { type Freezable, freezeOn } from "./freeze";
import { hasBegun, lastsTo, type MembershipTerm } from "./term";

export type DatedMembership = MembershipTerm & Freezable;

export type SessionCount = { kind: PlanKind; sessions_included: number | null; sessions_used: number };

/** The status of a membership on a local day. It follows from dates, so a job that runs late changes nothing (E16, F9). */
export function membershipStatusOn(membership: DatedMembership, day: CalendarDay): MembershipStatus {
  const { cancelled_on } = membership;
  if (cancelled_on !== null && cancelled_on <= day) return "cancelled";
  if (!hasBegun(membership, day)) return "pending";
  if (freezeOn(membership, day)) return "frozen";
  return lastsTo(membership, day) ? "active" : "expired";
}

/** I10: a session pack without sessions left. */
export const isUsedUp = ({ kind, sessions_included, sessions_used }: SessionCount): boolean =>
  kind === "session_pack" && sessions_included !== null && sessions_used >= sessions_included;

/** Whether it is of no more use to its member. A freeze that runs past the end stays a freeze (F9). */
export function hasEnded(membership: DatedMembership & SessionCount, day: CalendarDay): boolean {
  if (isUsedUp(membership)) return true;
  const status = membershipStatusOn(membership, day);
  return status === "cancelled" || status === "expired";
}
