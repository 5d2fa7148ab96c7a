import { type BillingState, type BookedFreeze, currentTerm, type Term } from "@/lib/domain/billing/engine";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Happening } from "@/lib/values/membership-history";

type Change = { before: BillingState; state: BillingState; today: CalendarDay };

/** What an action did, as the difference of two states. What was only billed is no happening. */
export function happened({ before, state, today }: Change): { effective_on: CalendarDay; facts: Happening }[] {
  return [
    ...startMoved(before, state),
    ...freezeChanges(before, state),
    ...termChanges(before, state, today),
    ...cancellation(before, state, today),
  ];
}

/** The days that moved with it. */
function moved(before: BillingState, after: BillingState) {
  const move = (name: "next_bill_on" | "ends_on") =>
    before[name] === after[name] ? null : { from_on: before[name], to_on: after[name] };
  const [next_bill, end] = [move("next_bill_on"), move("ends_on")];
  return { ...(next_bill && { next_bill }), ...(end && { end }) };
}

function startMoved(before: BillingState, after: BillingState): ReturnType<typeof happened> {
  if (before.starts_on === after.starts_on) return [];
  const days = { from_starts_on: before.starts_on, to_starts_on: after.starts_on };
  return [{ effective_on: after.starts_on, facts: { kind: "start_moved", ...days, ...moved(before, after) } }];
}

/** Freezes are recognised by their first day, which no two of a membership share. */
function freezeChanges(before: BillingState, after: BillingState): ReturnType<typeof happened> {
  const find = (freezes: readonly BookedFreeze[], day: CalendarDay) => freezes.find(({ from_on }) => from_on === day);
  const days = moved(before, after);
  const gone = before.freezes.filter(({ from_on }) => !find(after.freezes, from_on));
  return [
    ...gone.map(({ from_on, to_on }) => ({
      effective_on: from_on,
      facts: { kind: "freeze_removed" as const, from_on, to_on, ...days },
    })),
    ...after.freezes.flatMap(({ from_on, to_on }): ReturnType<typeof happened> => {
      const old = find(before.freezes, from_on);
      if (!old) return [{ effective_on: from_on, facts: { kind: "frozen", from_on, to_on, ...days } }];
      if (old.to_on === to_on) return [];
      const facts: Happening = { kind: "freeze_end_changed", from_on, old_to_on: old.to_on, to_on, ...days };
      return [{ effective_on: to_on ?? from_on, facts }];
    }),
  ];
}

/** What waits for the end of the period moves with it, so its day does not identify it. */
const isSame = (a: Term, b: Term): boolean =>
  a.cause === b.cause &&
  a.plan_id === b.plan_id &&
  a.price_minor === b.price_minor &&
  (a.effective_on === b.effective_on || a.at === "period_end");

function termChanges(before: BillingState, after: BillingState, today: CalendarDay): ReturnType<typeof happened> {
  const left = [...after.terms];
  const gone = before.terms.filter((term) => {
    const index = left.findIndex((other) => isSame(term, other));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  const now = currentTerm(before, today);
  return [...gone.flatMap((term) => undone(term, now, today)), ...left.flatMap((term) => added(term, now))];
}

function added(term: Term, now: Term): ReturnType<typeof happened> {
  const { cause, at, plan_name, price_minor, effective_on } = term;
  if (cause === "sale") return [];
  const facts: Happening =
    cause === "plan_change"
      ? {
          kind: at === "day" ? "plan_changed" : "plan_change_scheduled",
          ...{ from_plan: now.plan_name, to_plan: plan_name, price_minor, on: effective_on },
        }
      : { kind: "price_scheduled", from_minor: now.price_minor, price_minor, on: effective_on };
  return [{ effective_on, facts }];
}

function undone(term: Term, now: Term, today: CalendarDay): ReturnType<typeof happened> {
  const { cause, plan_name, price_minor, effective_on } = term;
  if (cause === "sale") return [];
  const facts: Happening =
    cause === "plan_change"
      ? { kind: "plan_change_undone", plan_name: now.plan_name, to_plan: plan_name }
      : { kind: "price_undone", from_minor: now.price_minor, price_minor, on: effective_on };
  return [{ effective_on: today, facts }];
}

/** The day of a cancellation at the end of the period moves with a freeze; that is no other cancellation. */
function cancellation(before: BillingState, after: BillingState, today: CalendarDay): ReturnType<typeof happened> {
  const [old, now] = [before.cancellation, after.cancellation];
  if (!now) {
    if (!old) return [];
    const { cancelled_on } = before;
    return [{ effective_on: today, facts: { kind: "cancellation_withdrawn", cancelled_on, ...moved(before, after) } }];
  }
  if (old && old.at === now.at && old.requested_on === now.requested_on) return [];
  const { cancelled_on } = after;
  return [{ effective_on: cancelled_on ?? today, facts: { kind: "cancelled", cancelled_on } }];
}
