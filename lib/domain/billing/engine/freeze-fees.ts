import type { BillingState, BookedFreeze, Term } from "@/lib/values/billing-state";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { anchorOf, periodStart } from "@/lib/values/membership-term";
import type { Line, LineFacts } from "./line";
import { part } from "./share";
import { termOn } from "./terms";

type FeeFacts = Extract<LineFacts, { why: "freeze_one_off" | "freeze_interval" }>;

type Interval = {
  from_on: CalendarDay;
  to_on: CalendarDay;
  fee_to_on: CalendarDay;
  amount_minor: number;
  facts: FeeFacts;
};

const earlier = (a: CalendarDay | null, b: CalendarDay): CalendarDay => (a !== null && a < b ? a : b);

/** The interval of the freeze that `day` lies in, counted from its first day as the plan counts its own. */
function intervalAt(freeze: BookedFreeze, term: Term, day: CalendarDay) {
  const anchor_day = anchorOf(freeze.from_on);
  for (let n = 0; ; n++) {
    const next = periodStart(freeze.from_on, anchor_day, term, n + 1);
    if (next > day) return { from_on: periodStart(freeze.from_on, anchor_day, term, n), to_on: addDays(next, -1) };
  }
}

/** From `from_on` to the end of its interval or of the freeze. */
function reducedFee(freeze: BookedFreeze, term: Term, from_on: CalendarDay, full_minor: number): Interval {
  const whole = intervalAt(freeze, term, from_on);
  const to_on = earlier(freeze.to_on, whole.to_on);
  const span = {
    offset_days: daysBetween(whole.from_on, from_on),
    days: daysBetween(from_on, to_on) + 1,
    whole_days: daysBetween(whole.from_on, whole.to_on) + 1,
  };
  const { days, whole_days } = span;
  const frozen = { frozen_from_on: freeze.from_on, frozen_to_on: freeze.to_on, fee_returns: 0 };
  const facts: FeeFacts = { why: "freeze_interval", ...frozen, full_minor, days, whole_days };
  return { from_on, to_on, fee_to_on: to_on, amount_minor: part(full_minor, span), facts };
}

/** Without a known return it is earned on the first day. */
function oneOff({ from_on, to_on }: BookedFreeze, full_minor: number): Interval {
  const frozen = { frozen_from_on: from_on, frozen_to_on: to_on, fee_returns: 0 };
  const facts: FeeFacts = { why: "freeze_one_off", ...frozen, full_minor };
  return { from_on, to_on: to_on ?? from_on, fee_to_on: from_on, amount_minor: full_minor, facts };
}

/** E6, E7: the next part of the fee of a freeze. A one-off fee has one part, so a longer freeze is not charged again. */
function nextFee(freeze: BookedFreeze, terms: readonly Term[]): Interval | null {
  const { fee, fee_to_on, from_on, to_on } = freeze;
  if (fee.mode === "one_off") return fee_to_on === null ? oneOff(freeze, fee.amount_minor) : null;
  if (fee.mode !== "reduced") return null;
  const next_on = fee_to_on === null ? from_on : addDays(fee_to_on, 1);
  return to_on !== null && next_on > to_on
    ? null
    : reducedFee(freeze, termOn(terms, from_on), next_on, fee.amount_minor);
}

/** What a freeze of these days costs in all. */
export function feeOf(freeze: BookedFreeze, terms: readonly Term[]): number {
  let total_minor = 0;
  let facts: BookedFreeze = { ...freeze, fee_to_on: null };
  for (let fee = nextFee(facts, terms); fee; fee = nextFee(facts, terms)) {
    total_minor += fee.amount_minor;
    facts = { ...facts, fee_to_on: fee.fee_to_on };
  }
  return total_minor;
}

export type DueFee = { on: CalendarDay; index: number; fee: Interval };

/** The freeze fee that is due next. */
export function nextDueFee({ freezes, terms, cancelled_on }: BillingState): DueFee | null {
  const last_on = cancelled_on && addDays(cancelled_on, -1);
  return freezes.reduce<DueFee | null>((first, freeze, index) => {
    if (last_on !== null && freeze.from_on > last_on) return first;
    const to_on = last_on === null ? freeze.to_on : earlier(freeze.to_on, last_on);
    const fee = nextFee({ ...freeze, to_on }, terms);
    if (!fee) return first;
    return first && first.on <= fee.from_on ? first : { on: fee.from_on, index, fee };
  }, null);
}

export function billFee(state: BillingState, { on, index, fee }: DueFee): { state: BillingState; lines: Line[] } {
  const { amount_minor, from_on, to_on, fee_to_on, facts } = fee;
  const freezes = state.freezes.map((freeze, at) =>
    at === index ? { ...freeze, fee_to_on, fee_minor: freeze.fee_minor + amount_minor } : freeze,
  );
  const { plan_id, plan_name } = termOn(state.terms, from_on);
  const counted = { ...facts, fee_returns: state.fee_returns };
  const price = { list_minor: amount_minor, discount_minor: 0, amount_minor, discounts: [] };
  return {
    state: { ...state, freezes },
    lines: [{ kind: "freeze_fee", on, from_on, to_on, plan_id, plan_name, ...price, facts: counted }],
  };
}
