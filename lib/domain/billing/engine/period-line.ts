import type { BilledPeriod, BillingState, Term } from "@/lib/values/billing-state";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { afterUse, discountPeriod, discountsFor } from "./discounts";
import type { Line, LineFacts, LineKind, Outcome } from "./line";
import { settled } from "./settled";
import { part, share } from "./share";

/** C21: of a first period that is free, the other intervals are charged. */
export const listOf = (period: BilledPeriod): number => {
  const list_minor = part(period.full_minor, period);
  return period.is_free ? list_minor - share(list_minor, 1, period.intervals) : list_minor;
};

const isPart = ({ days, whole_days }: BilledPeriod): boolean => days !== whole_days;

function factsOf(period: BilledPeriod, { cancelled_on }: BillingState): LineFacts {
  const { number, full_minor, days, whole_days, intervals, billing_day } = period;
  const numbered = { number, full_minor, days, whole_days };
  if (period.is_free) return { why: "first_period_free", full_minor, intervals };
  if (period.rest_days > 0 && cancelled_on !== null) return { why: "part_to_cancellation", cancelled_on, ...numbered };
  if (period.offset_days > 0) return { why: "rest_of_period", ...numbered };
  if (isPart(period) && billing_day !== null) return { why: "part_to_billing_day", billing_day, ...numbered };
  if (intervals === 1) return { why: "period", number, full_minor };
  return { why: "prepaid", number, full_minor, intervals, price_minor: full_minor / intervals };
}

type Charge = { kind: LineKind; on: CalendarDay; facts: LineFacts; list_minor?: number };

/** A line of the list price of a period less its discounts, and the period with what was charged. */
export function charge(
  period: BilledPeriod,
  state: BillingState,
  { kind, on, facts, list_minor = listOf(period) }: Charge,
) {
  const priced = discountPeriod(list_minor, period, state.discounts);
  const { from_on, to_on, plan_id, plan_name } = period;
  const line: Line = { kind, on, from_on, to_on, plan_id, plan_name, list_minor, ...priced, facts };
  return { line, billed: { ...period, amount_minor: priced.amount_minor } };
}

/** A change that waited for the end of the period waits no more. */
const takenUp = (terms: Term[], on: CalendarDay): Term[] =>
  terms.some(({ at }) => at === "period_end")
    ? terms.map((term) => (term.at === "period_end" && term.effective_on <= on ? { ...term, at: "day" } : term))
    : terms;

/** Bills a period that begins, or the rest of one that a cancellation had cut. */
export function billPeriod(
  state: BillingState,
  dates: BilledPeriod,
  due: { kind?: LineKind; on?: CalendarDay; facts?: LineFacts } = {},
): Outcome {
  const begins = dates.offset_days === 0;
  const period = begins ? { ...dates, discounted: discountsFor(dates, state.discounts) } : dates;
  const { line, billed } = charge(period, state, {
    kind: due.kind ?? "period",
    on: due.on ?? period.from_on,
    facts: due.facts ?? factsOf(period, state),
  });
  const terms = begins ? takenUp(state.terms, period.from_on) : state.terms;
  const discounts = begins ? afterUse(state.discounts, billed) : state.discounts;
  return { state: settled({ ...state, terms, discounts, billed }), lines: [line] };
}
