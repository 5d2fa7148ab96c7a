import type { BilledPeriod, BillingState, DiscountFacts, Term } from "@/lib/values/billing-state";
import { addDays, addMonthsAnchored, type CalendarDay } from "@/lib/values/calendar-day";
import { anchorOf, type BillingCycle, isMonthly } from "@/lib/values/membership-term";
import type { PlanKind } from "@/lib/values/statuses";
import { discountJoiningFee } from "./discounts";
import type { Line, Outcome } from "./line";
import { periodOf } from "./next-period";
import { billPeriod } from "./period-line";
import { refuse } from "./refusal";
import { settled } from "./settled";

export type PlanTerms = BillingCycle & { plan_id: string; plan_name: string; price_minor: number };

/** What a plan or its sale says about a membership beside the price. */
export type Conditions = {
  kind: PlanKind;
  starts_on: CalendarDay;
  term: PlanTerms;
  min_term_months: number | null;
  notice_days: number;
  freeze_extends_min_term: boolean;
  pack_freezable: boolean;
};

export type Sale = Conditions & {
  /** The day of the sale, on which the first lines are due. */
  on: CalendarDay;
  joining_fee_minor: number;
  first_period: "full" | "free";
  prepaid_periods: number;
  discounts: DiscountFacts[];
};

export const minTermOf = (starts_on: CalendarDay, months: number | null): CalendarDay | null =>
  months ? addDays(addMonthsAnchored(anchorOf(starts_on), starts_on, months), -1) : null;

/** A fixed billing day needs months, and a term that is billed again. */
export function checkCycle(kind: PlanKind, cycle: BillingCycle): void {
  const { billing_day } = cycle;
  if (billing_day === null) return;
  if (kind !== "recurring" || !isMonthly(cycle) || billing_day < 1 || billing_day > 31) refuse("bad_cycle");
}

export function firstPeriod(kind: PlanKind, term: Term, intervals: number): BilledPeriod {
  checkCycle(kind, term);
  const { effective_on, billing_day } = term;
  const period = periodOf(term, effective_on, billing_day ?? anchorOf(effective_on), 1, intervals);
  if (intervals > 1 && period.days !== period.whole_days) refuse("prepaid_needs_whole_periods");
  return period;
}

export function stateOf(conditions: Conditions, billed: BilledPeriod, discounts: DiscountFacts[]): BillingState {
  const { kind, starts_on, term, min_term_months, notice_days, freeze_extends_min_term, pack_freezable } = conditions;
  const { plan_id, plan_name, price_minor, interval_unit, interval_count, billing_day } = term;
  const sale = { plan_id, plan_name, price_minor, interval_unit, interval_count, billing_day };
  return settled({
    ...{ kind, starts_on, billed, discounts, min_term_months, notice_days, freeze_extends_min_term, pack_freezable },
    terms: [{ ...sale, effective_on: starts_on, at: "day", cause: "sale" }],
    freezes: [],
    fee_returns: 0,
    ...{ next_bill_on: null, anchor_day: billed.anchor_day, ends_on: null, cancelled_on: null, cancellation: null },
    min_term_ends_on: minTermOf(starts_on, min_term_months),
  });
}

function joiningFee({ joining_fee_minor, on, term, discounts }: Sale): Line[] {
  if (joining_fee_minor === 0) return [];
  const price = discountJoiningFee(joining_fee_minor, on, discounts);
  const facts = { why: "joining", full_minor: joining_fee_minor } as const;
  const { plan_id, plan_name } = term;
  return [
    {
      kind: "joining_fee",
      on,
      from_on: null,
      to_on: null,
      plan_id,
      plan_name,
      list_minor: joining_fee_minor,
      ...price,
      facts,
    },
  ];
}

/** The sale: the first period or periods (C17), and the joining fee (C21). Both are due on the day of the sale. */
export function openMembership(sale: Sale): Outcome {
  const { kind, starts_on, term, prepaid_periods, first_period, discounts, on } = sale;
  const first: Term = { ...term, effective_on: starts_on, at: "day", cause: "sale" };
  const period = { ...firstPeriod(kind, first, prepaid_periods), is_free: first_period === "free" };
  const { state, lines } = billPeriod(stateOf(sale, period, discounts), period, { on });
  return { state, lines: [...lines, ...joiningFee(sale)] };
}
