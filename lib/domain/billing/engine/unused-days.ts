import type { BilledPeriod, BillingState, BookedFreeze } from "@/lib/values/billing-state";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { usedDays } from "./frozen-days";
import { creditLines, type Outcome } from "./line";
import { share } from "./share";

/** The part of a billed period before `on`, with what of the charge belongs to it. */
export function usedPart(billed: BilledPeriod, on: CalendarDay, freezes: readonly BookedFreeze[]): BilledPeriod {
  const days = usedDays(billed, on, freezes);
  const amount_minor = share(billed.amount_minor, days, billed.days);
  return {
    ...billed,
    days,
    to_on: addDays(billed.from_on, days - 1),
    amount_minor,
    rest_days: billed.rest_days + billed.days - days,
  };
}

/** The day on which the unused days are credited; null where nothing is to be credited. */
export const creditDueOn = ({ cancellation, cancelled_on }: BillingState): CalendarDay | null =>
  cancellation?.credit_unused ? cancelled_on : null;

/** The days of the billed period after a cancellation that took effect. */
export function creditUnused(state: BillingState, cancelled_on: CalendarDay): Outcome {
  const { billed, freezes, cancellation } = state;
  const used = usedPart(billed, cancelled_on, freezes);
  const unused_days = billed.days - used.days;
  const from_on = cancelled_on > billed.from_on ? cancelled_on : billed.from_on;
  const facts = { cancelled_on, charged_minor: billed.amount_minor, unused_days, days: billed.days };
  const lines = creditLines({
    ...{ kind: "unused_days_credit", on: cancelled_on, plan_id: billed.plan_id, plan_name: billed.plan_name },
    ...{ from_on, to_on: addDays(from_on, unused_days - 1) },
    credit_minor: billed.amount_minor - used.amount_minor,
    facts: { why: "cancelled_unused", ...facts },
  });
  return { state: { ...state, cancellation: cancellation && { ...cancellation, credit_unused: false } }, lines };
}
