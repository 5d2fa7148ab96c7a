import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { test } from "vitest";
import {
  type BillingState,
  billThrough,
  cancelMembership,
  changeFreezeEnd,
  changePlan,
  freezeMembership,
  type Outcome,
  openMembership,
  removeFreeze,
  schedulePrice,
  undoPlanChange,
  undoPrice,
  withdrawCancellation,
} from "@/lib/domain/billing/engine";
import { addDays } from "@/lib/values/calendar-day";
import { CASES, fee, LIMIT_MS, plan, recurringSale } from "./arbitraries";

const days = (max: number) => fc.integer({ min: 1, max });

test("E3 an early return gives the dates and the fee of a freeze that was that long from the start", {
  timeout: LIMIT_MS,
}, () => {
  fc.assert(
    fc.property(
      recurringSale,
      fee,
      days(60),
      days(200),
      days(200),
      fc.boolean(),
      (facts, cost, later, n, less, open) => {
        const sold = openMembership(facts).state;
        const on = facts.starts_on;
        const from_on = addDays(on, later);
        const [short, long] = [addDays(from_on, Math.min(n, less) - 1), addDays(from_on, Math.max(n, less) - 1)];
        const back_on = addDays(short, 1);
        const through = (to_on: string | null) =>
          billThrough(freezeMembership(sold, { from_on, to_on, fee: cost }, on).state, short);
        const planned = through(open ? null : long);
        const returned = changeFreezeEnd(planned.state, from_on, short, back_on);
        const direct = through(short);
        const total = (...lists: Outcome[]) =>
          lists.flatMap(({ lines }) => lines).reduce((sum, { amount_minor }) => sum + amount_minor, 0);
        const is_one_sum = total(planned, returned) === total(direct);
        return is_one_sum && isDeepStrictEqual({ ...returned.state, fee_returns: 0 }, direct.state);
      },
    ),
    CASES,
  );
});

/** Actions in the middle of the first period, each with what takes it back. */
const undone: ((state: BillingState, on: string, to: number) => BillingState)[] = [
  (state, on, to) => {
    const from_on = addDays(on, to);
    const frozen = freezeMembership(state, { from_on, to_on: null, fee: { mode: "one_off", amount_minor: 500 } }, on);
    return removeFreeze(frozen.state, from_on, on).state;
  },
  (state, on) => {
    const request = { at: "period_end", on, overrides_min_term: false, credit_unused: true } as const;
    return withdrawCancellation(cancelMembership(state, request).state, on).state;
  },
  (state, on, to) => {
    const request = { at: { day: addDays(on, to) }, on, overrides_min_term: true, credit_unused: false };
    return withdrawCancellation(cancelMembership(state, request).state, on).state;
  },
  (state, on, to) => {
    const from_on = addDays(on, to);
    return undoPrice(schedulePrice(state, { price_minor: to, from_on }).state, from_on).state;
  },
];

test("D2 F5 an undo restores the state", { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(recurringSale, plan, days(90), fc.nat(undone.length), (facts, to, n, which) => {
      const { state } = openMembership(facts);
      const on = facts.starts_on;
      const action = undone[which];
      const after = action
        ? action(state, on, n)
        : undoPlanChange(changePlan(state, { ...to, when: "period_end", on }).state).state;
      return isDeepStrictEqual(after, state);
    }),
    CASES,
  );
});
