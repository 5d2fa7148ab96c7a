import type { membershipPlans } from "@/db/schema";
import { addDays, addMonthsAnchored, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import type { ImportedMembership } from "./parse/imported-row";

export type PlanTerms = Pick<
  typeof membershipPlans.$inferSelect,
  "kind" | "interval_unit" | "interval_count" | "sessions_included"
>;
type Freeze = { from_on: CalendarDay; to_on: CalendarDay | null };

export type ImportedTerm = {
  starts_on: CalendarDay;
  ends_on: CalendarDay | null;
  anchor_day: number;
  next_bill_on: CalendarDay | null;
  sessions_included: number | null;
  arrears_since_on: CalendarDay | null;
  arrears_minor: number;
  cancelled_at: string | null;
  cancelled_on: CalendarDay | null;
  freeze: Freeze | null;
};

type TermContext = { price_minor: number; today: CalendarDay; now: string };

/** The dates of the imported membership (X4). Nothing is due before its next bill date (X3). */
export function importedTerm(
  membership: ImportedMembership,
  plan: PlanTerms,
  { price_minor, today, now }: TermContext,
): ImportedTerm {
  const { status, starts_on } = membership;
  const anchor_day = Number((membership.next_bill_on ?? starts_on).slice(8));
  const last_on = lastDay(membership, plan, today);
  const isGone = status === "cancelled" || membership.cancels_on !== null;
  const is_overdue = status === "overdue";
  const renews = plan.kind === "recurring" && !isGone && status !== "expired";
  return {
    starts_on,
    ends_on: last_on === null || last_on >= starts_on ? last_on : starts_on,
    anchor_day,
    next_bill_on: renews ? (membership.next_bill_on ?? nextAnniversary(starts_on, anchor_day, plan, today)) : null,
    sessions_included: membership.sessions_left ?? plan.sessions_included,
    arrears_since_on: is_overdue ? earlier(membership.next_bill_on ?? today, today) : null,
    arrears_minor: is_overdue ? price_minor : 0,
    cancelled_at: isGone ? now : null,
    cancelled_on: isGone ? addDays(membership.cancels_on ?? earlier(membership.ends_on ?? today, today), 1) : null,
    freeze: status === "frozen" ? freezeOf(membership, today) : null,
  };
}

function lastDay(membership: ImportedMembership, plan: PlanTerms, today: CalendarDay): CalendarDay | null {
  const { status, starts_on, ends_on, sessions_expire_on, cancels_on } = membership;
  const given = cancels_on ?? ends_on ?? sessions_expire_on;
  if (given) return given;
  if (status === "expired") return addDays(today, -1);
  return plan.kind === "recurring" ? null : addDays(advance(starts_on, Number(starts_on.slice(8)), plan, 1), -1);
}

function freezeOf({ frozen_from, resumes_on }: ImportedMembership, today: CalendarDay): Freeze {
  const to_on = resumes_on === null ? null : addDays(resumes_on, -1);
  const from_on = frozen_from ?? (to_on === null ? today : earlier(today, to_on));
  return { from_on, to_on };
}

/** The first anniversary after today, computed from the anchor (C2). */
function nextAnniversary(starts_on: CalendarDay, anchor_day: number, plan: PlanTerms, today: CalendarDay): CalendarDay {
  for (let periods = Math.max(1, wholePeriods(starts_on, today, plan)); ; periods++) {
    const day = advance(starts_on, anchor_day, plan, periods);
    if (day > today) return day;
  }
}

/** At most the number of periods that have ended between the two days, so that a long history is not counted one by one. */
const wholePeriods = (from: CalendarDay, to: CalendarDay, { interval_unit, interval_count }: PlanTerms): number =>
  Math.floor(daysBetween(from, to) / (longestDays[interval_unit] * interval_count)) - 1;

const longestDays = { day: 1, week: 7, month: 31, year: 366 } as const;

function advance(
  starts_on: CalendarDay,
  anchor_day: number,
  { interval_unit, interval_count }: PlanTerms,
  periods: number,
): CalendarDay {
  const units = interval_count * periods;
  if (interval_unit === "day") return addDays(starts_on, units);
  if (interval_unit === "week") return addDays(starts_on, 7 * units);
  return addMonthsAnchored(anchor_day, starts_on, interval_unit === "year" ? 12 * units : units);
}

/** The amount that one membership bills from today to day 30. Weekly plans bill several times. */
export function dueSoon(
  term: Pick<ImportedTerm, "next_bill_on" | "anchor_day" | "ends_on">,
  plan: PlanTerms,
  { price_minor, today }: Omit<TermContext, "now">,
): number {
  const { next_bill_on, anchor_day, ends_on } = term;
  if (next_bill_on === null) return 0;
  const last_on = earlier(addDays(today, daysForecast), ends_on ?? "9999-12-31");
  let bills = 0;
  for (let periods = Math.max(0, wholePeriods(next_bill_on, today, plan)); ; periods++) {
    const day = periods === 0 ? next_bill_on : advance(next_bill_on, anchor_day, plan, periods);
    if (day > last_on) return bills * price_minor;
    if (day >= today) bills++;
  }
}

const daysForecast = 30;

const earlier = (left: CalendarDay, right: CalendarDay): CalendarDay => (left < right ? left : right);
