import type { BillingState } from "@/lib/values/billing-state";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { creditLines, type LineFacts, type Outcome } from "./line";
import { firstPeriod, minTermOf } from "./open";
import { charge } from "./period-line";
import { refuse } from "./refusal";
import { settled } from "./settled";

/** C19: what follows from the start is computed again. The first period is billed again only if its amount changes. */
export function moveStart(state: BillingState, starts_on: CalendarDay, on: CalendarDay): Outcome {
  const { billed, kind, min_term_months, terms } = state;
  const [sale, ...others] = terms;
  if (!sale || state.starts_on < on) return refuse("begun");
  if (starts_on < on) refuse("day_passed");
  if (billed.from_on !== state.starts_on || others.length > 0) refuse("already_billed");
  if (state.freezes.length > 0) refuse("freeze_in_the_way");
  if (state.cancellation) refuse("cancelled");
  const term = { ...sale, effective_on: starts_on };
  const { is_free, discounted, intervals } = billed;
  const period = { ...firstPeriod(kind, term, intervals), is_free, discounted };
  const from_to = { from_starts_on: state.starts_on, to_starts_on: starts_on, charged_minor: billed.amount_minor };
  const facts: LineFacts = { why: "start_moved", ...from_to };
  const again = charge(period, state, { kind: "period", on, facts });
  const moved = { ...state, starts_on, terms: [term], min_term_ends_on: minTermOf(starts_on, min_term_months) };
  const outcome = settled({ ...moved, billed: again.billed });
  if (again.line.amount_minor === billed.amount_minor) return { state: outcome, lines: [] };
  const { from_on, to_on, plan_id, plan_name, amount_minor } = billed;
  const credit = { on, from_on, to_on, plan_id, plan_name, credit_minor: amount_minor, facts };
  return { state: outcome, lines: [...creditLines({ kind: "unused_days_credit", ...credit }), again.line] };
}
