import type { BillingState } from "@/lib/values/billing-state";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { extended } from "./frozen-days";
import { anchorAfter, dayAfter, dayAfterWhole, nextPeriod } from "./next-period";
import { byDay, pendingChange } from "./terms";

/** E10: the last day of the minimum term, with frozen days where they count. Null: no minimum term, or a freeze has no end. */
export function minTermEnd(state: BillingState): CalendarDay | null {
  const { starts_on, min_term_ends_on, freezes, freeze_extends_min_term } = state;
  if (min_term_ends_on === null || !freeze_extends_min_term) return min_term_ends_on;
  const next = extended(starts_on, addDays(min_term_ends_on, 1), freezes, false);
  return next && addDays(next, -1);
}

/** F1: the first day on which a cancellation of `requested_on` may take effect. */
export function earliestCancellation(state: BillingState, requested_on: CalendarDay, overrides: boolean): CalendarDay {
  if (overrides) return requested_on;
  const noticed = addDays(requested_on, state.notice_days);
  const min_end = minTermEnd(state);
  return min_end !== null && min_end >= noticed ? addDays(min_end, 1) : noticed;
}

/** The first bill day at or after `wanted`; null while a freeze has no end. */
export function billDayAtOrAfter(state: BillingState, wanted: CalendarDay): CalendarDay | null {
  let facts = { ...state, cancelled_on: null };
  for (let on = dayAfter(facts); ; on = dayAfter(facts)) {
    if (on === null || on >= wanted) return on;
    facts = { ...facts, billed: nextPeriod(facts, on) };
  }
}

function cancelledOn(state: BillingState): CalendarDay | null {
  const { cancellation, kind } = state;
  if (cancellation?.at !== "period_end") return state.cancelled_on;
  if (kind !== "recurring") return state.ends_on && addDays(state.ends_on, 1);
  const { requested_on, overrides_min_term } = cancellation;
  return billDayAtOrAfter(state, earliestCancellation(state, requested_on, overrides_min_term));
}

/** While a freeze has no end, the end of a term is the last one known; the freeze closes the door. */
function endsOn(state: BillingState, after: CalendarDay | null): CalendarDay | null {
  if (state.kind === "recurring") return null;
  const closed = state.freezes.filter(({ to_on }) => to_on !== null);
  const next = after ?? dayAfter({ billed: state.billed, freezes: closed });
  return next && addDays(next, -1);
}

/** What waits for the end of the period takes effect on the first day after it. */
function datedTerms(facts: BillingState): BillingState["terms"] {
  const whole = pendingChange(facts) ? dayAfterWhole(facts) : null;
  if (whole === null) return facts.terms;
  return byDay(facts.terms.map((term) => (term.at === "period_end" ? { ...term, effective_on: whole } : term)));
}

/** Computes what follows from the facts. Every action ends with it, so an undo restores every day. */
export function settled(facts: BillingState): BillingState {
  const after = dayAfter(facts);
  const anchor_day = anchorAfter(facts.billed, after);
  const dated = { ...facts, terms: datedTerms(facts), ends_on: endsOn(facts, after), anchor_day };
  dated.cancelled_on = cancelledOn(dated);
  const { kind, cancelled_on } = dated;
  const bills = kind === "recurring" && after !== null && (cancelled_on === null || after < cancelled_on);
  dated.next_bill_on = bills ? after : null;
  return dated;
}
