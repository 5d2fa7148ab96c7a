import { addDays, type CalendarDay } from "@/lib/values/calendar-day";

/** `lib/domain/memberships/rules` has the same rules in SQL; a property test holds both equal. */
export type MembershipEnd = {
  /** The last day of the term; null while it runs on. */
  ends_on: CalendarDay | null;
  /** The first day without access. */
  cancelled_on: CalendarDay | null;
};

export type MembershipTerm = MembershipEnd & { starts_on: CalendarDay };

/** B5: the last day with access: the end of the term or the day before the cancellation. Null: open-ended. */
export function lastDay({ ends_on, cancelled_on }: MembershipEnd): CalendarDay | null {
  if (cancelled_on === null) return ends_on;
  const until_cancelled = addDays(cancelled_on, -1);
  return ends_on === null || until_cancelled < ends_on ? until_cancelled : ends_on;
}

export const hasBegun = ({ starts_on }: MembershipTerm, day: CalendarDay): boolean => starts_on <= day;

/** Whether the last day is `day` or later. A freeze does not move the last day. */
export const lastsTo = ({ ends_on, cancelled_on }: MembershipEnd, day: CalendarDay): boolean =>
  (ends_on === null || day <= ends_on) && (cancelled_on === null || day < cancelled_on);

/** Whether the last day is at most `days` after `day`. */
export function endsWithin(membership: MembershipEnd, day: CalendarDay, days: number): boolean {
  const last = lastDay(membership);
  return last !== null && last <= addDays(day, days);
}

/** A cancellation from the day after the end, or later, changes nothing: the term ends first. */
export const endReason = ({ ends_on, cancelled_on }: MembershipEnd): "cancelled" | "expired" =>
  cancelled_on !== null && (ends_on === null || cancelled_on <= ends_on) ? "cancelled" : "expired";
