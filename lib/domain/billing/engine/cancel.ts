import type { BillingState } from "@/lib/values/billing-state";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { afterMissed } from "./bill-through";
import { checkLive } from "./guards";
import type { Outcome } from "./line";
import { dayAfter } from "./next-period";
import { refuse } from "./refusal";
import { earliestCancellation, minTermEnd, settled } from "./settled";
import { creditDueOn, creditUnused } from "./unused-days";

export type CancelRequest = {
  at: "now" | "period_end" | { day: CalendarDay };
  on: CalendarDay;
  /** F10: neither the minimum term nor the notice counts. */
  overrides_min_term: boolean;
  /** Whether the days after it that were paid are given back. */
  credit_unused: boolean;
};

/** The first day without access that was asked for; null for the end of the period. */
function dayAsked(state: BillingState, { at, on, overrides_min_term }: CancelRequest): CalendarDay | null {
  if (at === "period_end") return null;
  const day = at === "now" ? on : at.day;
  if (day < on) refuse("day_passed");
  if (day < earliestCancellation(state, on, overrides_min_term)) {
    const min_end = minTermEnd(state);
    refuse(min_end !== null && day <= min_end ? "within_min_term" : "within_notice");
  }
  return day;
}

/** F1: the day from which there is no access, by notice and minimum term. */
export const cancelMembership = (state: BillingState, request: CancelRequest): Outcome =>
  afterMissed(state, request.on, (current) => {
    const { on, overrides_min_term, credit_unused } = request;
    checkLive(current, on);
    if (current.cancellation) refuse("already_cancelled");
    const cancelled_on = dayAsked(current, request);
    if (cancelled_on === null && current.kind === "recurring" && dayAfter(current) === null) refuse("no_next_bill");
    const at = cancelled_on === null ? "period_end" : "day";
    const cancellation = { at, requested_on: on, overrides_min_term, credit_unused } as const;
    const cancelled = settled({ ...current, cancelled_on, cancellation });
    const credit_on = creditDueOn(cancelled);
    return credit_on !== null && credit_on <= on ? creditUnused(cancelled, credit_on) : { state: cancelled, lines: [] };
  });

/** F5: possible until the day of the cancellation. The next bill is then on its former day. */
export const withdrawCancellation = (state: BillingState, on: CalendarDay): Outcome =>
  afterMissed(state, on, (current) => {
    if (!current.cancellation) refuse("not_cancelled");
    if (current.cancelled_on !== null && current.cancelled_on <= on) refuse("cancelled");
    return { state: settled({ ...current, cancellation: null, cancelled_on: null }), lines: [] };
  });
