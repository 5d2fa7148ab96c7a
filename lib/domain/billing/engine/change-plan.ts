import type { BilledPeriod, BillingState, Term } from "@/lib/values/billing-state";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { anchorOf } from "@/lib/values/membership-term";
import { afterMissed, billThrough } from "./bill-through";
import { isFrozenOn } from "./frozen-days";
import { checkLive } from "./guards";
import { creditLines, type Line, type Outcome } from "./line";
import { anchorAfter, dayAfter, periodOf } from "./next-period";
import { checkCycle, type PlanTerms } from "./open";
import { billPeriod, charge, listOf } from "./period-line";
import { refuse } from "./refusal";
import { settled } from "./settled";
import { unusedOf } from "./share";
import { byDay, isSameCycle, pendingChange } from "./terms";
import { usedPart } from "./unused-days";

export type PlanChange = PlanTerms & { when: "now" | "period_end"; on: CalendarDay };

const later = (a: CalendarDay, b: CalendarDay): CalendarDay => (a > b ? a : b);

function checkChange(state: BillingState, { when, on, billing_day, interval_unit, interval_count }: PlanChange): void {
  checkLive(state, on);
  checkCycle(state.kind, { interval_unit, interval_count, billing_day });
  if (state.cancellation) refuse("cancelled");
  if (state.kind !== "recurring" && (state.kind !== "fixed_term" || when === "period_end")) refuse("not_recurring");
  if (isFrozenOn(state.freezes, on)) refuse("frozen");
  if (pendingChange(state)) refuse("pending_change");
  if (
    state.terms.some(
      ({ cause, effective_on }) => cause === "plan_change" && effective_on === later(on, state.starts_on),
    )
  )
    refuse("changed_today");
}

type Split = { from_on: CalendarDay; used: BilledPeriod; unused_days: number };

/** Splits the billed period into the days before the change and the days from it on. */
function split({ billed, freezes }: BillingState, on: CalendarDay): Split {
  const from_on = later(on, billed.from_on);
  const used = usedPart(billed, from_on, freezes);
  return { from_on, used, unused_days: billed.days - used.days };
}

const changeFacts = (billed: BilledPeriod, term: Term, changed_on: CalendarDay) => ({
  from_plan: billed.plan_name,
  to_plan: term.plan_name,
  changed_on,
});

function creditOf({ billed }: BillingState, term: Term, { from_on, used, unused_days }: Split): Line[] {
  const facts = { charged_minor: billed.amount_minor, unused_days, days: billed.days };
  return creditLines({
    ...{ kind: "plan_change_credit", on: from_on, plan_id: billed.plan_id, plan_name: billed.plan_name },
    ...{ from_on, to_on: addDays(from_on, unused_days - 1) },
    credit_minor: billed.amount_minor - used.amount_minor,
    facts: { why: "plan_change_unused", ...changeFacts(billed, term, from_on), ...facts },
  });
}

/** D1: the same days of the new plan. The bill day stays. */
function sameDays(state: BillingState, term: Term, { from_on, used, unused_days }: Split): Outcome {
  const { billed } = state;
  const { plan_id, plan_name, price_minor } = term;
  const whole = { ...billed, plan_id, plan_name, full_minor: price_minor * billed.intervals, is_free: false };
  const rest: BilledPeriod = {
    ...whole,
    ...{ from_on, days: unused_days },
    ...{ to_on: addDays(from_on, unused_days - 1), offset_days: billed.offset_days + used.days },
    anchor_day: anchorAfter(billed, addDays(from_on, unused_days)),
  };
  const { full_minor, days, whole_days } = rest;
  const facts = { ...changeFacts(billed, term, from_on), full_minor, days, whole_days };
  const charged = charge(rest, state, {
    ...{ kind: "plan_change_charge", on: from_on, facts: { why: "plan_change_rest", ...facts } },
    list_minor: unusedOf(listOf(whole), used.days, billed.days),
  });
  return { state: settled({ ...state, billed: charged.billed }), lines: [charged.line] };
}

/** Another interval: the new plan begins its own first period. */
function ownPeriod(state: BillingState, term: Term, from_on: CalendarDay): Outcome {
  const { billed } = state;
  const anchor_day = term.billing_day ?? anchorOf(from_on);
  const period = periodOf(term, from_on, anchor_day, billed.number + billed.intervals);
  const { full_minor, days, whole_days } = period;
  const facts = { ...changeFacts(billed, term, from_on), full_minor, days, whole_days };
  return billPeriod(state, period, { kind: "plan_change_charge", facts: { why: "plan_change_new_period", ...facts } });
}

function changeNow(state: BillingState, term: Term): Outcome {
  const parts = split(state, term.effective_on);
  const changed = { ...state, terms: byDay([...state.terms, term]) };
  if (parts.unused_days === 0 && state.billed.rest_days > 0) return changeRest(state, term);
  // Nothing is left of the billed period: the next one is billed by the new plan.
  if (parts.unused_days === 0) return { state: settled(changed), lines: [] };
  const credit = creditOf(state, term, parts);
  const charged = isSameCycle(state.billed, term)
    ? sameDays(changed, term, parts)
    : ownPeriod(changed, term, parts.from_on);
  return { state: charged.state, lines: [...credit, ...charged.lines] };
}

/** The rest of a period that a cancellation had cut is due on this day: it is billed first, and then changed like any period. */
function changeRest(state: BillingState, term: Term): Outcome {
  const rest = billThrough(state, term.effective_on);
  const changed = changeNow(rest.state, term);
  return { state: changed.state, lines: [...rest.lines, ...changed.lines] };
}

/** D1, D2, D6: changes the plan at once or at the end of the period. */
export const changePlan = (state: BillingState, change: PlanChange): Outcome =>
  afterMissed(state, change.on, (current) => {
    checkChange(current, change);
    const { when, on, plan_id, plan_name, price_minor, interval_unit, interval_count, billing_day } = change;
    const plan = { plan_id, plan_name, price_minor, interval_unit, interval_count, billing_day };
    if (when === "now") {
      const effective_on = later(on, current.starts_on);
      return changeNow(current, { ...plan, effective_on, at: "day", cause: "plan_change" });
    }
    const effective_on = dayAfter(current) ?? refuse("no_next_bill");
    const term: Term = { ...plan, effective_on, at: "period_end", cause: "plan_change" };
    return { state: settled({ ...current, terms: byDay([...current.terms, term]) }), lines: [] };
  });

/** D2: takes back the change that waits for the end of the period. */
export function undoPlanChange(state: BillingState): Outcome {
  const pending = pendingChange(state) ?? refuse("no_pending_change");
  return { state: settled({ ...state, terms: state.terms.filter((term) => term !== pending) }), lines: [] };
}
