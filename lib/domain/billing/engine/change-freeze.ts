import type { BillingState, BookedFreeze } from "@/lib/values/billing-state";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { afterMissed } from "./bill-through";
import { withFreeze } from "./freeze";
import { feeOf } from "./freeze-fees";
import { creditLines, type Line, type Outcome } from "./line";
import { refuse } from "./refusal";
import { settled } from "./settled";
import { termOn } from "./terms";

/** A freeze that no period after it was billed for. */
function openFreeze({ freezes, billed }: BillingState, from_on: CalendarDay): BookedFreeze {
  const freeze = freezes.find((one) => one.from_on === from_on) ?? refuse("no_such_freeze");
  if (freeze.to_on !== null && freeze.to_on < billed.from_on) refuse("freeze_ended");
  return freeze;
}

/** What was charged for days that are not frozen after all. A one-off fee is not given back, unless the freeze does not take place. */
function feeReturned(state: BillingState, freeze: BookedFreeze, due_minor: number, on: CalendarDay): Line[] {
  const { from_on, to_on, fee_to_on, fee_minor } = freeze;
  const { plan_id, plan_name } = termOn(state.terms, from_on);
  const last_on = fee_to_on ?? from_on;
  return creditLines({
    ...{ kind: "unused_days_credit", on, plan_id, plan_name },
    ...{ from_on: to_on !== null && to_on >= from_on && to_on < last_on ? addDays(to_on, 1) : from_on, to_on: last_on },
    credit_minor: Math.max(0, fee_minor - due_minor),
    facts: {
      ...{ why: "freeze_fee_returned", frozen_from_on: from_on, charged_minor: fee_minor, due_minor },
      ...{ frozen_to_on: to_on, fee_returns: state.fee_returns },
      frozen_days: to_on === null ? 0 : daysBetween(from_on, to_on) + 1,
    },
  });
}

const returning = (state: BillingState, { fee_to_on }: BookedFreeze): BillingState =>
  fee_to_on === null ? state : { ...state, fee_returns: state.fee_returns + 1 };

/** E3: an early return, an extension, or the end of a freeze that had none. The bill day follows from the days really frozen. */
export const changeFreezeEnd = (
  state: BillingState,
  from_on: CalendarDay,
  to_on: CalendarDay | null,
  on: CalendarDay,
): Outcome =>
  afterMissed(state, on, (current) => {
    const before = openFreeze(current, from_on);
    if (to_on !== null && to_on < from_on) refuse("bad_range");
    // Its days in an earlier period were credited.
    const reaches_back = from_on < current.billed.from_on && before.fee.mode !== "full";
    if (reaches_back && to_on !== null && to_on < current.billed.from_on) refuse("freeze_ended");
    const others = current.freezes.filter((freeze) => freeze !== before);
    const changed = { ...before, to_on };
    const shortens = before.fee_to_on !== null && to_on !== null && to_on < before.fee_to_on;
    if (!shortens || before.fee.mode !== "reduced")
      return { state: settled({ ...current, freezes: withFreeze(others, changed) }), lines: [] };
    const due_minor = feeOf(changed, current.terms);
    const settled_fee = { ...changed, fee_to_on: to_on, fee_minor: due_minor };
    return {
      state: settled({ ...returning(current, before), freezes: withFreeze(others, settled_fee) }),
      lines: feeReturned(current, changed, due_minor, on),
    };
  });

/** Takes back a freeze that has not begun. `undo` also takes back one that has begun, as if it had never been. */
export const removeFreeze = (
  state: BillingState,
  from_on: CalendarDay,
  on: CalendarDay,
  { undo = false } = {},
): Outcome =>
  afterMissed(state, on, (current) => {
    const freeze = openFreeze(current, from_on);
    if (from_on < on && !undo) refuse("freeze_begun");
    if (from_on < current.billed.from_on && freeze.fee.mode !== "full") refuse("freeze_ended");
    const freezes = current.freezes.filter((other) => other !== freeze);
    const lines = feeReturned(current, { ...freeze, to_on: null }, 0, on);
    return { state: settled({ ...returning(current, freeze), freezes }), lines };
  });
