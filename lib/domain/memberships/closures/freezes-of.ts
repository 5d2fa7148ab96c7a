import type { BillingState } from "@/lib/domain/billing/engine";
import { EngineRefusal, freezeMembership } from "@/lib/domain/billing/engine";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import type { ClosureOutcome, ClosureReason } from "@/lib/values/closures";

export type Range = { from_on: CalendarDay; to_on: CalendarDay };
export type Closed = { outcome: ClosureOutcome; reason: ClosureReason | null; ranges: Range[]; frozen_days: number };

const skipped = (reason: ClosureReason): Closed => ({ outcome: "skipped", reason, ranges: [], frozen_days: 0 });

/** E17: the days of a closure on which a membership is frozen, and why not on all of them. */
function freezesOf(state: BillingState, { from_on, to_on }: Range): Closed {
  const { kind, pack_freezable, starts_on, ends_on, cancelled_on, cancellation } = state;
  if (kind === "day_pass" || (kind === "session_pack" && !pack_freezable)) return skipped("not_freezable");
  if (starts_on > to_on) return skipped("begins_after");
  if ((cancelled_on !== null && cancelled_on <= from_on) || (ends_on !== null && ends_on < from_on))
    return skipped("ends_before");
  const first = starts_on > from_on ? starts_on : from_on;
  // A cancellation at the end of the period moves with the freeze; one for a day does not.
  const isFixed = cancelled_on !== null && cancelled_on <= to_on && cancellation?.at === "day";
  const last = isFixed ? addDays(cancelled_on, -1) : to_on;
  const ranges = gaps(state, { from_on: first, to_on: last });
  const frozen_days = ranges.reduce((sum, range) => sum + daysBetween(range.from_on, range.to_on) + 1, 0);
  if (frozen_days === 0) return skipped("frozen_already");
  if (frozen_days === daysBetween(from_on, to_on) + 1) return { outcome: "frozen", reason: null, ranges, frozen_days };
  const reason = first !== from_on ? "begins_during" : last !== to_on ? "ends_during" : "frozen_partly";
  return { outcome: "shortened", reason, ranges, frozen_days };
}

/** The days that no freeze covers, as ranges. */
function gaps({ freezes }: BillingState, { from_on, to_on }: Range): Range[] {
  const ranges: Range[] = [];
  let next = from_on;
  for (const freeze of freezes) {
    if (freeze.to_on !== null && freeze.to_on < next) continue;
    if (freeze.from_on > to_on) break;
    if (freeze.from_on > next) ranges.push({ from_on: next, to_on: addDays(freeze.from_on, -1) });
    if (freeze.to_on === null) return ranges;
    next = addDays(freeze.to_on, 1);
  }
  return next <= to_on ? [...ranges, { from_on: next, to_on }] : ranges;
}

/** The freezes of a closure, without a fee. What the engine finds unbilled before today becomes lines. */
export function withClosure(state: BillingState, range: Range, today: CalendarDay) {
  const closed = freezesOf(state, range);
  let outcome: ReturnType<typeof freezeMembership> = { state, lines: [] };
  try {
    for (const { from_on, to_on } of closed.ranges) {
      const next = freezeMembership(outcome.state, { from_on, to_on, fee: { mode: "none" } }, today);
      outcome = { state: next.state, lines: [...outcome.lines, ...next.lines] };
    }
  } catch (error) {
    // What ends between the days of two freezes: the engine knows, and the membership stays as it is.
    if (error instanceof EngineRefusal) return { ...skipped("ends_before"), state, lines: [] };
    throw error;
  }
  return { ...closed, ...outcome };
}
