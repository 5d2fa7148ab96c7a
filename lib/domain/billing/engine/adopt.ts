import type { BilledPeriod, BillingState, BookedFreeze, DiscountFacts } from "@/lib/values/billing-state";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { periodStart } from "@/lib/values/membership-term";
import { periodOf } from "./next-period";
import { type Conditions, checkCycle, stateOf } from "./open";
import { settled } from "./settled";

export type Adoption = Conditions & {
  /** The first day that is not billed yet; for what is not recurring, the day after its end. */
  next_on: CalendarDay;
  anchor_day: number;
  /** What was charged for the current period; 0 if it is not known. */
  charged_minor: number;
  discounts: DiscountFacts[];
  freezes?: BookedFreeze[];
  /** One that was declared before: the first day without access. */
  cancellation?: { on: CalendarDay; requested_on: CalendarDay } | null;
};

function currentPeriod({ kind, term, starts_on, next_on, anchor_day, charged_minor }: Adoption): BilledPeriod {
  const whole_from = kind === "recurring" ? periodStart(next_on, anchor_day, term, -1) : starts_on;
  const from_on = starts_on > whole_from && starts_on < next_on ? starts_on : whole_from;
  const first = { ...term, effective_on: from_on, at: "day", cause: "sale" } as const;
  return {
    ...periodOf(first, from_on, anchor_day, 1),
    ...{ from_on, to_on: addDays(next_on, -1), anchor_day, amount_minor: charged_minor },
    ...{ days: daysBetween(from_on, next_on), whole_days: daysBetween(whole_from, next_on) },
  };
}

/** A membership that another system, or an earlier version, billed up to a day (X3). Nothing is charged for that. */
export function adoptMembership(adoption: Adoption): BillingState {
  checkCycle(adoption.kind, adoption.term);
  const { discounts, freezes = [], cancellation = null } = adoption;
  const state = stateOf(adoption, currentPeriod(adoption), discounts);
  if (freezes.length === 0 && !cancellation) return state;
  return settled({
    ...{ ...state, freezes, cancelled_on: cancellation?.on ?? null },
    cancellation: cancellation && {
      ...{ at: "day", requested_on: cancellation.requested_on, overrides_min_term: true, credit_unused: false },
    },
  });
}
