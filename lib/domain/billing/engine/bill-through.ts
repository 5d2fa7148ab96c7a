import type { BillingState } from "@/lib/values/billing-state";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { billFee, nextDueFee } from "./freeze-fees";
import type { Line, Outcome } from "./line";
import { nextPeriod } from "./next-period";
import { billPeriod } from "./period-line";
import { creditDueOn, creditUnused } from "./unused-days";

type Step = { on: CalendarDay; take: () => Outcome };

/** What is due next, whatever the day is. So many short runs and one long run bill the same (C13, C14). */
function nextStep(state: BillingState): Step | null {
  const fee = nextDueFee(state);
  const { next_bill_on } = state;
  const credit_on = creditDueOn(state);
  const steps: (Step | null)[] = [
    fee && { on: fee.on, take: () => billFee(state, fee) },
    next_bill_on === null ? null : { on: next_bill_on, take: () => billPeriod(state, nextPeriod(state, next_bill_on)) },
    credit_on === null ? null : { on: credit_on, take: () => creditUnused(state, credit_on) },
  ];
  return steps.reduce((first, step) => (step && (!first || step.on < first.on) ? step : first), null);
}

/** The first day on which something is due; null if nothing will be. */
export const nextDueOn = (state: BillingState): CalendarDay | null => nextStep(state)?.on ?? null;

/** Bills everything that is due up to and including `day`, in order (C14). */
export function billThrough(state: BillingState, day: CalendarDay): Outcome {
  const lines: Line[] = [];
  let reached = state;
  for (let step = nextStep(reached); step && step.on <= day; step = nextStep(reached)) {
    const outcome = step.take();
    lines.push(...outcome.lines);
    reached = outcome.state;
  }
  return { state: reached, lines };
}

/** What is due on the next bill day; fees and credits of earlier days have documents of their own. */
export function nextBill(state: BillingState): Line[] {
  const { next_bill_on } = state;
  return next_bill_on === null ? [] : billThrough(state, next_bill_on).lines.filter(({ on }) => on === next_bill_on);
}

/** Bills what an action of `on` finds unbilled. What is due on the day itself is left: the action may still move it. */
export function afterMissed(state: BillingState, on: CalendarDay, act: (state: BillingState) => Outcome): Outcome {
  const missed = billThrough(state, addDays(on, -1));
  const outcome = act(missed.state);
  return { state: outcome.state, lines: [...missed.lines, ...outcome.lines] };
}
