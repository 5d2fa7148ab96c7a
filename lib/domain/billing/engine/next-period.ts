import type { BilledPeriod, BillingState, BookedFreeze, Term } from "@/lib/values/billing-state";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { anchorOf, fallsOn, isMonthly, periodLength } from "@/lib/values/membership-term";
import { extended, paidDays } from "./frozen-days";
import { termOn } from "./terms";

type Facts = Pick<BillingState, "billed" | "terms" | "freezes" | "cancelled_on">;

const afterNominal = ({ to_on }: BilledPeriod): CalendarDay => addDays(to_on, 1);

/** The first day after the billed period with its frozen days; null while a freeze has no end. */
export const dayAfter = ({ billed, freezes }: Pick<Facts, "billed" | "freezes">): CalendarDay | null =>
  extended(billed.from_on, afterNominal(billed), freezes);

/** The same for the whole period, also where a cancellation cut it. */
export const dayAfterWhole = ({ billed, freezes }: Pick<Facts, "billed" | "freezes">): CalendarDay | null =>
  extended(billed.from_on, addDays(afterNominal(billed), billed.rest_days), freezes);

/** E2: after frozen days the bill falls on the new day of the month. */
export function anchorAfter(billed: BilledPeriod, next_on: CalendarDay | null): number {
  const has_moved = next_on !== null && next_on !== afterNominal(billed);
  return has_moved && isMonthly(billed) && billed.billing_day === null ? anchorOf(next_on) : billed.anchor_day;
}

function anchorFor(term: Term, billed: BilledPeriod, on: CalendarDay): number {
  if (term.billing_day !== null) return term.billing_day;
  const anchor_day = anchorAfter(billed, on);
  return isMonthly(term) && isMonthly(billed) && fallsOn(on, anchor_day) ? anchor_day : anchorOf(on);
}

/** A period of a term without an amount. */
export function periodOf(
  term: Term,
  from_on: CalendarDay,
  anchor_day: number,
  number: number,
  intervals = 1,
): BilledPeriod {
  const { plan_id, plan_name, interval_unit, interval_count, billing_day } = term;
  const { next_on, days, whole_days } = periodLength(term, from_on, anchor_day, intervals);
  // Plain fields: this runs for every day that is looked ahead.
  return {
    number,
    intervals,
    is_free: false,
    from_on,
    to_on: addDays(next_on, -1),
    anchor_day,
    plan_id,
    plan_name,
    interval_unit,
    interval_count,
    billing_day,
    full_minor: term.price_minor * intervals,
    amount_minor: 0,
    discounted: [],
    days,
    offset_days: 0,
    rest_days: 0,
    whole_days,
  };
}

/** The days of a period that a cancellation had cut, after its withdrawal. */
function restOf(billed: BilledPeriod, on: CalendarDay): BilledPeriod {
  const { rest_days, days, offset_days } = billed;
  return {
    ...billed,
    from_on: on,
    to_on: addDays(on, rest_days - 1),
    anchor_day: anchorAfterRest(billed, on),
    is_free: false,
    days: rest_days,
    offset_days: offset_days + days,
    rest_days: 0,
    amount_minor: 0,
  };
}

const anchorAfterRest = (billed: BilledPeriod, on: CalendarDay): number =>
  isMonthly(billed) && billed.billing_day === null && on !== afterNominal(billed)
    ? anchorOf(addDays(on, billed.rest_days))
    : billed.anchor_day;

/** C15: a period is billed for the days before the cancellation only. */
function cut(period: BilledPeriod, cancelled_on: CalendarDay | null, freezes: readonly BookedFreeze[]): BilledPeriod {
  if (cancelled_on === null) return period;
  const days = paidDays(period.from_on, cancelled_on, freezes);
  if (days >= period.days) return period;
  return {
    ...period,
    days,
    to_on: addDays(period.from_on, days - 1),
    rest_days: period.rest_days + period.days - days,
  };
}

/** The period that is billed on `on`, without an amount. */
export function nextPeriod({ billed, terms, freezes, cancelled_on }: Facts, on: CalendarDay): BilledPeriod {
  if (billed.rest_days > 0) return cut(restOf(billed, on), cancelled_on, freezes);
  const term = termOn(terms, on);
  return cut(periodOf(term, on, anchorFor(term, billed, on), billed.number + billed.intervals), cancelled_on, freezes);
}
