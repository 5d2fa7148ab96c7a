import type { BillingState, FreezeFacts, Term } from "@/lib/values/billing-state";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { billThrough } from "./bill-through";
import type { Line } from "./line";
import { dayAfter } from "./next-period";
import { billDayAtOrAfter } from "./settled";

export type ScheduledChange =
  /** The first day that is frozen, and the first that is not any more. */
  | { on: CalendarDay; what: "freeze_begins" | "freeze_ends"; freeze: FreezeFacts }
  /** The first period at this plan or price begins. */
  | { on: CalendarDay; what: "term"; term: Term }
  /** The first day without access. */
  | { on: CalendarDay; what: "expires" | "cancelled" };

const freezeDays = ({ from_on, to_on, fee }: FreezeFacts): ScheduledChange[] => {
  const freeze = { from_on, to_on, fee };
  const begins = { on: from_on, what: "freeze_begins", freeze } as const;
  return to_on === null ? [begins] : [begins, { on: addDays(to_on, 1), what: "freeze_ends", freeze }];
};

function termDays(state: BillingState): ScheduledChange[] {
  return state.terms
    .filter(({ effective_on }) => effective_on > state.billed.from_on)
    .flatMap((term) => {
      const on = billDayAtOrAfter(state, term.effective_on);
      return on === null || (state.cancelled_on !== null && on >= state.cancelled_on)
        ? []
        : [{ on, what: "term", term }];
    });
}

/** While a freeze has no end, the end of a term is not known. */
function endDays(state: BillingState): ScheduledChange[] {
  const { ends_on, cancelled_on } = state;
  if (cancelled_on !== null) return [{ on: cancelled_on, what: "cancelled" }];
  return ends_on === null || dayAfter(state) === null ? [] : [{ on: addDays(ends_on, 1), what: "expires" }];
}

/**
 * What is billed after today up to `horizon`, and the days from the current period on that change something.
 */
export function scheduleOf(state: BillingState, horizon: CalendarDay): { lines: Line[]; changes: ScheduledChange[] } {
  const changes = [...state.freezes.flatMap(freezeDays), ...termDays(state), ...endDays(state)];
  return {
    lines: billThrough(state, horizon).lines,
    changes: changes
      .filter(({ on }) => on >= state.billed.from_on && on <= horizon)
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}
