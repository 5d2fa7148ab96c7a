import type { BillingState, Term } from "@/lib/values/billing-state";
import type { CalendarDay } from "@/lib/values/calendar-day";

const isPrice = ({ cause }: Term): boolean => cause === "price_increase" || cause === "price_override";

/** The term of a day. A price counts for its own plan only (C20). */
export function termOn(terms: readonly Term[], day: CalendarDay): Term {
  let [current] = terms;
  if (!current) throw new RangeError("A membership has at least one term");
  for (const term of terms) {
    if (term.effective_on > day) break;
    if (!isPrice(term)) current = term;
    else if (term.plan_id === current.plan_id) current = { ...current, price_minor: term.price_minor };
  }
  return current;
}

/** The plan and price in force on a day. While a freeze has no end, what waits for the end of the period stays in the future. */
export const currentTerm = ({ terms, next_bill_on }: BillingState, day: CalendarDay): Term =>
  termOn(
    terms.filter(({ at }) => at === "day" || next_bill_on !== null),
    day,
  );

/** D2: the one change that waits for the end of the period. */
export const pendingChange = ({ terms }: Pick<BillingState, "terms">): Term | null =>
  terms.find(({ at }) => at === "period_end") ?? null;

/** Prices that no period has used yet. */
export const pendingPrices = ({ terms, billed }: Pick<BillingState, "terms" | "billed">): Term[] =>
  terms.filter((term) => isPrice(term) && term.effective_on > billed.from_on);

export const byDay = (terms: readonly Term[]): Term[] =>
  terms.toSorted((a, b) => (a.effective_on < b.effective_on ? -1 : a.effective_on > b.effective_on ? 1 : 0));

export const isSameCycle = (a: Cycle, b: Cycle): boolean =>
  a.interval_unit === b.interval_unit && a.interval_count === b.interval_count && a.billing_day === b.billing_day;

type Cycle = Pick<Term, "interval_unit" | "interval_count" | "billing_day">;
