import type { BillingState, Term } from "@/lib/values/billing-state";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Outcome } from "./line";
import { refuse } from "./refusal";
import { settled } from "./settled";
import { byDay, pendingPrices, termOn } from "./terms";

export type PriceChange = {
  price_minor: number;
  from_on: CalendarDay;
  cause?: "price_increase" | "price_override";
  /** Refuses a membership that has another plan on that day. */
  plan_id?: string;
};

/** C20: a price for the first period that begins on `from_on` or later. It is for the plan of that day: a change of plan ends it. */
export function schedulePrice(
  state: BillingState,
  { price_minor, from_on, cause = "price_increase", plan_id }: PriceChange,
): Outcome {
  if (state.kind !== "recurring") refuse("not_recurring");
  if (from_on <= state.billed.from_on) refuse("already_billed");
  if (pendingPrices(state).some(({ effective_on }) => effective_on === from_on)) refuse("pending_price");
  const of = termOn(state.terms, from_on);
  if (plan_id !== undefined && of.plan_id !== plan_id) refuse("other_plan");
  const term: Term = { ...of, price_minor, effective_on: from_on, at: "day", cause };
  return { state: settled({ ...state, terms: byDay([...state.terms, term]) }), lines: [] };
}

/** Takes back a price that no period has used yet. */
export function undoPrice(state: BillingState, from_on: CalendarDay): Outcome {
  const pending =
    pendingPrices(state).find(({ effective_on }) => effective_on === from_on) ?? refuse("no_pending_price");
  return { state: settled({ ...state, terms: state.terms.filter((term) => term !== pending) }), lines: [] };
}
