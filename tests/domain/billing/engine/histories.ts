import fc from "fast-check";
import {
  type BillingState,
  billThrough,
  cancelMembership,
  changeFreezeEnd,
  changePlan,
  EngineRefusal,
  freezeMembership,
  type Line,
  type Outcome,
  openMembership,
  removeFreeze,
  type Sale,
  schedulePrice,
  undoPlanChange,
  withdrawCancellation,
} from "@/lib/domain/billing/engine";
import { addDays } from "@/lib/values/calendar-day";
import { amount, fee, plan, recurringSale } from "./arbitraries";

type Action = { after: number; act: (state: BillingState, on: string) => Outcome };
export type History = { sold: Sale; actions: Action[]; tail: number };

const n = fc.integer({ min: 0, max: 40 });

const act: fc.Arbitrary<Action["act"]> = fc.oneof(
  fc.tuple(n, fc.option(n), fee).map(([later, length, cost]): Action["act"] => (state, on) => {
    const from_on = addDays(on, later - 8);
    return freezeMembership(
      state,
      { from_on, to_on: length === null ? null : addDays(from_on, length), fee: cost },
      on,
    );
  }),
  n.map((length): Action["act"] => (state, on) => {
    const from_on = state.freezes.at(-1)?.from_on ?? on;
    return changeFreezeEnd(state, from_on, addDays(on, length - 5), on);
  }),
  fc.constant<Action["act"]>((state, on) => removeFreeze(state, state.freezes.at(-1)?.from_on ?? on, on)),
  fc.tuple(plan, fc.constantFrom("now" as const, "period_end" as const)).map(
    ([to, when]): Action["act"] =>
      (state, on) =>
        changePlan(state, { ...to, when, on }),
  ),
  fc.constant<Action["act"]>((state) => undoPlanChange(state)),
  fc.tuple(amount, n).map(
    ([price_minor, later]): Action["act"] =>
      (state, on) =>
        schedulePrice(state, { price_minor, from_on: addDays(on, later) }),
  ),
  fc
    .tuple(fc.option(n), fc.boolean(), fc.boolean())
    .map(([later, overrides_min_term, credit_unused]): Action["act"] => (state, on) => {
      const at = later === null ? "period_end" : { day: addDays(on, later) };
      return cancelMembership(state, { at, on, overrides_min_term, credit_unused });
    }),
  fc.constant<Action["act"]>((state, on) => withdrawCancellation(state, on)),
);

export const history: fc.Arbitrary<History> = fc.record({
  sold: recurringSale,
  actions: fc.array(fc.record({ after: fc.integer({ min: 0, max: 15 }), act }), { minLength: 1, maxLength: 5 }),
  tail: fc.integer({ min: 0, max: 45 }),
});

/** A refused action changes nothing. */
function tried(state: BillingState, { act }: Action, on: string): Outcome {
  try {
    return act(state, on);
  } catch (error) {
    if (error instanceof EngineRefusal) return { state, lines: [] };
    throw error;
  }
}

export type Played = { state: BillingState; lines: Line[] };

/** Plays a history. `bills` says on which days before an action the job runs: each, or only the day of the action. */
export function play(
  { sold, actions, tail }: History,
  bills: "daily" | "at_once",
  keep = (state: BillingState) => state,
): Played {
  const opened = openMembership(sold);
  const played: Played = { state: opened.state, lines: [...opened.lines] };
  const add = ({ state, lines }: Outcome) => {
    played.state = keep(state);
    played.lines.push(...lines);
  };
  let today = sold.on;
  const passTo = (day: string) => {
    for (let on = today; bills === "daily" && on < day; on = addDays(on, 1)) add(billThrough(played.state, on));
    add(billThrough(played.state, day));
    today = day;
  };
  for (const action of actions) {
    passTo(addDays(today, action.after));
    add(tried(played.state, action, today));
  }
  passTo(addDays(today, tail));
  return played;
}
