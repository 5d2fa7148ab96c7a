import type { SubscriptionState, SubscriptionTerms } from "@/lib/providers/payments";
import { type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import type { SubscriptionEndReason } from "@/lib/values/gateways";
import type { Follow } from "./jobs";
import { billTime, type SubscriptionRow } from "./rows";
import { nothingToBill, vendorMovesNoBills } from "./sentences";

/** One call that brings the gateway closer to what the membership is. */
type Step =
  | { kind: "cancel"; when: "now" | "period_end"; reason: SubscriptionEndReason }
  | { kind: "pause" }
  | { kind: "resume"; next_bill_at: string | null }
  | { kind: "change"; terms: SubscriptionTerms };

type Told = {
  steps: Step[];
  /** What the gateway cannot do, for staff. */
  failure: string | null;
  /** The next bill was moved to this day. */
  first_on: CalendarDay | null;
  terms: Pick<SubscriptionRow, "name" | "interval_unit" | "interval_count"> | null;
};

type Found = { state: SubscriptionState; moves_bills: boolean; isLate: boolean };

/** What the gateway is to be told, by what the membership is and what the gateway says. Pure. */
export function stepsOf({ row, wanted, time_zone }: Follow, { state, moves_bills, isLate }: Found): Told {
  const nothing: Told = { steps: [], failure: null, first_on: null, terms: null };
  if (state.status === "canceled") return nothing;
  if (state.status === "requires_action")
    return isLate ? { ...nothing, steps: [{ kind: "cancel", when: "now", reason: "not_started" }] } : nothing;
  const reason = endReasonOf(row, wanted);
  if (reason)
    return state.is_ending || row.is_ending
      ? nothing
      : { ...nothing, steps: [{ kind: "cancel", when: "period_end", reason }] };
  const { terms, next_bill_on } = wanted;
  const is_paused = state.status === "paused";
  if (!terms || !next_bill_on || (wanted.is_frozen && !moves_bills))
    return is_paused ? nothing : { ...nothing, steps: [{ kind: "pause" }] };
  const billed_on = state.period_ends_at === null ? null : dayAt(state.period_ends_at, time_zone);
  // Our bill of this day was made, and the gateway's comes at noon: it has the terms that it has.
  if (!is_paused && billed_on === wanted.billed_from_on) return nothing;
  const has_moved = billed_on !== null && billed_on !== next_bill_on;
  const next_bill_at = has_moved && moves_bills ? billTime(next_bill_on, time_zone) : null;
  const resume: Step[] = is_paused || next_bill_at ? [{ kind: "resume", next_bill_at }] : [];
  const is_new = !hasTerms(row, state, terms);
  const change: Step[] = is_new && terms.amount_minor > 0 ? [{ kind: "change", terms }] : [];
  const { name, interval } = terms;
  return {
    steps: [...resume, ...change],
    failure: terms.amount_minor <= 0 ? nothingToBill : has_moved && !moves_bills ? vendorMovesNoBills : null,
    first_on: next_bill_at ? next_bill_on : null,
    terms: is_new ? { name, interval_unit: interval.unit, interval_count: interval.count } : null,
  };
}

function endReasonOf(row: SubscriptionRow, wanted: Follow["wanted"]): SubscriptionEndReason | null {
  if (row.end_reason) return row.end_reason;
  if (wanted.has_ended) return "membership_ended";
  const is_other = row.payer_member_id !== wanted.payer_member_id || row.payer_company_id !== wanted.payer_company_id;
  return is_other ? "payer_changed" : null;
}

const hasTerms = (row: SubscriptionRow, state: SubscriptionState, terms: SubscriptionTerms): boolean =>
  state.amount_minor === terms.amount_minor &&
  state.currency === terms.currency &&
  row.interval_unit === terms.interval.unit &&
  row.interval_count === terms.interval.count;
