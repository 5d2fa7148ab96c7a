import type { BilledPeriod, BillingState } from "@/lib/values/billing-state";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { billThrough } from "./bill-through";
import { checkLive } from "./guards";
import type { Line, Outcome } from "./line";
import { dayAfter } from "./next-period";
import { refuse } from "./refusal";
import { settled } from "./settled";
import { isSameCycle, pendingChange } from "./terms";

/**
 * C17: bills the next periods on `on`, before their days. Each is the line that its own day would have billed, so a later run bills it no
 * more (C13). The billed period grows by them, so that a freeze, a plan change or a cancellation counts their days as it counts those of
 * periods that were paid with the sale.
 */
export function prepay(state: BillingState, periods: number, on: CalendarDay): Outcome {
  checkLive(state, on);
  if (state.kind !== "recurring") refuse("not_recurring");
  if (state.cancellation || state.cancelled_on !== null) refuse("cancelled");
  if (pendingChange(state)) refuse("pending_change");
  let { state: reached, lines } = billThrough(state, on);
  for (let count = 0; count < periods; count += 1) {
    const next = nextWhole(reached);
    lines = [...lines, { ...next.line, on }];
    reached = settled({ ...next.state, billed: joined(reached.billed, next.state.billed) });
  }
  return { state: reached, lines };
}

/** The next period, where nothing else is due before it and no freeze moves its days. */
function nextWhole(state: BillingState): { state: BillingState; line: Line } {
  const { billed, next_bill_on } = state;
  const moved = dayAfter(state) !== addDays(billed.to_on, 1);
  if (next_bill_on === null) return refuse("no_next_bill");
  if (moved) return refuse("freeze_in_the_way");
  const outcome = billThrough(state, next_bill_on);
  const [line, ...more] = outcome.lines;
  if (!line || more.length > 0 || line.kind !== "period") return refuse("freeze_in_the_way");
  const { days, whole_days } = outcome.state.billed;
  if (days !== whole_days || billed.rest_days > 0 || !isSameCycle(billed, outcome.state.billed))
    return refuse("prepaid_needs_whole_periods");
  return { state: outcome.state, line };
}

/** Two billed periods that follow each other, as one. */
function joined(first: BilledPeriod, next: BilledPeriod): BilledPeriod {
  const ids = [...new Set([...first.discounted, ...next.discounted].map(({ id }) => id))];
  const covered = ({ discounted }: BilledPeriod, id: string) => discounted.find((one) => one.id === id)?.intervals ?? 0;
  return {
    ...next,
    ...{ number: first.number, from_on: first.from_on, is_free: first.is_free, offset_days: first.offset_days },
    intervals: first.intervals + next.intervals,
    full_minor: first.full_minor + next.full_minor,
    amount_minor: first.amount_minor + next.amount_minor,
    days: first.days + next.days,
    whole_days: first.whole_days + next.whole_days,
    discounted: ids.map((id) => ({ id, intervals: covered(first, id) + covered(next, id) })),
  };
}
