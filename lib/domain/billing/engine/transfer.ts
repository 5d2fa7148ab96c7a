import type { BillingState } from "@/lib/values/billing-state";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { afterMissed } from "./bill-through";
import { cancelMembership } from "./cancel";
import { checkLive } from "./guards";
import type { Line } from "./line";
import { refuse } from "./refusal";
import { minTermEnd, settled } from "./settled";

export type Transfer = { given: BillingState; taken: BillingState; lines: Line[] };

const later = (a: CalendarDay, b: CalendarDay): CalendarDay => (a > b ? a : b);

/**
 * A membership that goes over to another member on `on`. `given` ends on that day, `taken` begins on it with the billed period, the
 * terms and the discounts, so that the next bill and the end stay where they are. The lines are what `given` had not been billed.
 */
export function transferMembership(state: BillingState, on: CalendarDay): Transfer {
  const { state: current, lines } = afterMissed(state, on, (open) => ({ state: open, lines: [] }));
  checkLive(current, on);
  if (current.cancellation) refuse("cancelled");
  if (current.freezes.some(({ to_on }) => to_on === null || to_on >= on)) refuse("freeze_in_the_way");
  const given = cancelMembership(current, { at: "now", on, overrides_min_term: true, credit_unused: false }).state;
  const starts_on = later(on, current.starts_on);
  const min_end = minTermEnd(current);
  // Of the freezes that are over, those of the billed period still move the next bill. The minimum term already has all of them in it.
  const freezes = current.freezes.filter(({ to_on }) => to_on !== null && to_on >= current.billed.from_on);
  const taken = settled({ ...current, starts_on, freezes, min_term_ends_on: min_end });
  return { given, taken, lines };
}
