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

type Act = (state: BillingState, on: string) => Outcome;
type Action = { after: number; act: Act };
export type History = { sold: Sale; actions: Action[]; tail: number };

const n = fc.integer({ min: 0, max: 40 });

const freeze = fc.tuple(n, fc.option(n), fee).map(
  ([later, length, cost]): Act =>
    (state, on) => {
      const from_on = addDays(on, later - 8);
      const to_on = length === null ? null : addDays(from_on, length);
      return freezeMembership(state, { from_on, to_on, fee: cost }, on);
    },
);

const firstFreeze = ({ freezes }: BillingState, on: string): string =>
  freezes.find(({ to_on }) => to_on === null || to_on >= on)?.from_on ?? on;

const otherEnd = n.map(
  (length): Act =>
    (state, on) => {
      return changeFreezeEnd(state, firstFreeze(state, on), addDays(on, length - 5), on);
    },
);

const noFreeze = fc.boolean().map(
  (undo): Act =>
    (state, on) =>
      removeFreeze(state, firstFreeze(state, on), on, { undo }),
);

const change = fc.tuple(plan, fc.constantFrom("now" as const, "period_end" as const), fc.boolean()).map(
  ([to, when, is_same]): Act =>
    (state, on) => {
      const { interval_unit, interval_count, billing_day } = state.billed;
      const cycle = is_same ? { interval_unit, interval_count, billing_day } : {};
      return changePlan(state, { ...to, ...cycle, when, on });
    },
);

const noChange = fc.constant<Act>((state) => undoPlanChange(state));

const price = fc.tuple(amount, n).map(
  ([price_minor, later]): Act =>
    (state, on) => {
      return schedulePrice(state, { price_minor, from_on: addDays(on, later) });
    },
);

const cancel = fc.tuple(fc.option(n), fc.boolean(), fc.boolean()).map(
  ([later, overrides_min_term, credit_unused]): Act =>
    (state, on) => {
      const at = later === null ? "period_end" : { day: addDays(on, later) };
      return cancelMembership(state, { at, on, overrides_min_term, credit_unused });
    },
);

const noCancel = fc.constant<Act>((state, on) => withdrawCancellation(state, on));

const after = fc.integer({ min: 0, max: 12 });
const one = (act: fc.Arbitrary<Act>) => fc.tuple(fc.record({ after, act }));
const pair = (first: fc.Arbitrary<Act>, second: fc.Arbitrary<Act>) =>
  fc.tuple(fc.record({ after, act: first }), fc.record({ after, act: second }));

/** An action, often with one that changes it or takes it back later. */
const actions: fc.Arbitrary<Action[]> = fc.oneof(
  one(freeze),
  pair(freeze, otherEnd),
  pair(freeze, noFreeze),
  one(change),
  pair(change, noChange),
  one(price),
  one(cancel),
  pair(cancel, noCancel),
);

export const history: fc.Arbitrary<History> = fc.record({
  sold: recurringSale,
  actions: fc.array(actions, { minLength: 1, maxLength: 3 }).map((some) => some.flat()),
  tail: fc.integer({ min: 0, max: 35 }),
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
