import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Interval } from "@/lib/values/membership-term";
import type { IntervalUnit, PlanKind } from "@/lib/values/statuses";

export type PricedPlan = Interval & {
  kind: PlanKind;
  price_minor: number;
  joining_fee_minor: number;
  currency: string;
  sessions_included: number | null;
};

/** The locale and the current day, for formatting. */
export type DateContext = { locale: string; today: CalendarDay };

export const kindNames: Record<PlanKind, string> = {
  recurring: "Ongoing",
  fixed_term: "Fixed term",
  session_pack: "Session pack",
  day_pass: "Day pass",
  trial: "Trial",
};

export const kindHints: Record<PlanKind, string> = {
  recurring: "Billed every period until cancelled",
  fixed_term: "Paid once, ends automatically",
  session_pack: "A number of visits, valid until a date",
  day_pass: "Unlimited check-ins on one day",
  trial: "A few days to try the gym",
};

export function intervalText({ interval_unit, interval_count }: Interval): string {
  return `${interval_count} ${interval_count === 1 ? interval_unit : `${interval_unit}s`}`;
}

const shortUnits: Record<IntervalUnit, string> = { day: "day", week: "wk", month: "mo", year: "yr" };

/** The unit after a price, such as "/ mo", "for 12 months" or "for 10 visits". */
export function priceUnit(plan: PricedPlan): string {
  if (plan.kind === "recurring") {
    return plan.interval_count === 1 ? `/ ${shortUnits[plan.interval_unit]}` : `every ${intervalText(plan)}`;
  }
  if (plan.kind === "day_pass") return "a day";
  if (plan.kind === "session_pack" && plan.sessions_included) return `for ${visits(plan.sessions_included)}`;
  return `for ${intervalText(plan)}`;
}

const visits = (count: number) => (count === 1 ? "1 visit" : `${count} visits`);
