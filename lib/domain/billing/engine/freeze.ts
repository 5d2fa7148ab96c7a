import type { BilledPeriod, BillingState, BookedFreeze, FreezeFacts } from "@/lib/values/billing-state";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { afterMissed } from "./bill-through";
import { extended, paidDays } from "./frozen-days";
import { checkLive } from "./guards";
import { creditLines, type Line, type Outcome } from "./line";
import { refuse } from "./refusal";
import { settled } from "./settled";
import { unusedOf } from "./share";

const overlap = (a: FreezeFacts, b: FreezeFacts): boolean =>
  (b.to_on === null || a.from_on <= b.to_on) && (a.to_on === null || b.from_on <= a.to_on);

export const withFreeze = (freezes: readonly BookedFreeze[], freeze: BookedFreeze): BookedFreeze[] => {
  if (freezes.some((other) => overlap(other, freeze))) refuse("overlapping_freeze");
  return [...freezes, freeze].toSorted((a, b) => (a.from_on < b.from_on ? -1 : 1));
};

/** E13: packs by their own setting. A day pass and what has ended cannot be frozen. */
function checkFreezable(state: BillingState, { from_on, to_on }: FreezeFacts): void {
  const { kind, pack_freezable, starts_on } = state;
  if (kind === "day_pass" || (kind === "session_pack" && !pack_freezable)) refuse("not_freezable");
  if (to_on !== null && to_on < from_on) refuse("bad_range");
  if (from_on < starts_on) refuse("not_begun");
  checkLive(state, from_on);
}

/** Frozen days of an earlier period. It is over, so they cannot extend it. */
function overpaid(period: BilledPeriod, until: CalendarDay, freeze: FreezeFacts, before: readonly BookedFreeze[]) {
  const facts = { ...freeze, fee_to_on: null, fee_minor: 0 };
  const paid = paidDays(period.from_on, until, before);
  const frozen_days = Math.min(period.days, paid - paidDays(period.from_on, until, [...before, facts]));
  return { frozen_days, credit_minor: unusedOf(period.amount_minor, period.days - frozen_days, period.days) };
}

/** E9: frozen days of earlier periods become one credit. Those of the current period extend it. */
function retroactiveCredit(
  state: BillingState,
  freeze: FreezeFacts,
  on: CalendarDay,
  earlier: readonly BilledPeriod[],
): Line[] {
  if (freeze.fee.mode === "full") return [];
  const { billed, freezes } = state;
  const past = earlier
    .filter(({ from_on }) => from_on < billed.from_on)
    .toSorted((a, b) => (a.from_on < b.from_on ? -1 : 1));
  const parts = past.map((period, n) => {
    const next = past[n + 1]?.from_on ?? billed.from_on;
    // The period after it may have been free, and such a period is on no invoice.
    const end = extended(period.from_on, addDays(period.to_on, 1), freezes);
    return overpaid(period, end !== null && end < next ? end : next, freeze, freezes);
  });
  const touched = past.filter((_, n) => (parts[n]?.frozen_days ?? 0) > 0);
  const frozen_days = parts.reduce((sum, part) => sum + part.frozen_days, 0);
  const charged_minor = touched.reduce((sum, { amount_minor }) => sum + amount_minor, 0);
  return creditLines({
    ...{ kind: "unused_days_credit", on, plan_id: billed.plan_id, plan_name: billed.plan_name },
    ...{ from_on: freeze.from_on, to_on: lastBefore(freeze, billed.from_on) },
    credit_minor: parts.reduce((sum, part) => sum + part.credit_minor, 0),
    facts: { why: "retroactive_freeze", frozen_from_on: freeze.from_on, frozen_days, charged_minor },
  });
}

function lastBefore({ to_on }: FreezeFacts, day: CalendarDay): CalendarDay {
  const before = addDays(day, -1);
  return to_on !== null && daysBetween(to_on, before) > 0 ? to_on : before;
}

/**
 * Adds a freeze. `earlier` are the periods billed before the current one; they matter for a freeze in the past only. The fee is billed
 * by the next `billThrough()`.
 */
export const freezeMembership = (
  state: BillingState,
  freeze: FreezeFacts,
  on: CalendarDay,
  earlier: readonly BilledPeriod[] = [],
): Outcome =>
  afterMissed(state, on, (current) => {
    checkFreezable(current, freeze);
    const { from_on, to_on, fee } = freeze;
    const freezes = withFreeze(current.freezes, { from_on, to_on, fee, fee_to_on: null, fee_minor: 0 });
    return { state: settled({ ...current, freezes }), lines: retroactiveCredit(current, freeze, on, earlier) };
  });
