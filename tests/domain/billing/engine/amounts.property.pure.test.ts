import fc from "fast-check";
import { test } from "vitest";
import {
  type BillingState,
  billThrough,
  cancelMembership,
  changePlan,
  openMembership,
  withdrawCancellation,
} from "@/lib/domain/billing/engine";
import { addDays } from "@/lib/values/calendar-day";
import { CASES, LIMIT_MS, plan, recurringSale } from "./arbitraries";
import { sale } from "./sales";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const at = (from: string, days: number, part: number) => addDays(from, Math.floor(part * days));
const sum = (lines: readonly { list_minor: number }[]) => lines.reduce((total, line) => total + line.list_minor, 0);

/** Cancels within the next period, bills the part, and withdraws. */
function cutOnce(state: BillingState, part: number) {
  const from_on = state.next_bill_on ?? "";
  const on = addDays(from_on, -1);
  const request = {
    at: { day: at(addDays(from_on, 1), 27, part) },
    on,
    overrides_min_term: true,
    credit_unused: false,
  };
  const { state: billed, lines } = billThrough(cancelMembership(state, request).state, from_on);
  return { state: withdrawCancellation(billed, from_on).state, lines };
}

test("C11 the parts of a period add up to its full price, however often it is cut", { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(plan, fc.array(share, { minLength: 1, maxLength: 3 }), (term, cuts) => {
      const opened = openMembership(sale("2024-02-29", { term })).state;
      // The first period may only lead to a fixed billing day; the second is whole.
      let { state, lines } = cutOnce(opened, cuts[0] ?? 0);
      for (const part of cuts.slice(1)) {
        if (state.billed.rest_days === 0) break;
        const next = cutOnce(state, part);
        lines = [...lines, ...next.lines];
        state = next.state;
      }
      const rest = state.billed.rest_days > 0 ? billThrough(state, state.next_bill_on ?? "").lines : [];
      return sum(lines) + sum(rest) === term.price_minor;
    }),
    CASES,
  );
});

test("C6 D1 a change of plan credits and charges between nothing and the full price", { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(recurringSale, plan, share, (facts, to, part) => {
      const { state } = openMembership(facts);
      const on = at(facts.starts_on, state.billed.days - 1, part);
      const { lines } = changePlan(state, { ...to, when: "now", on });
      const credited = -sum(lines.filter(({ kind }) => kind === "plan_change_credit"));
      const charges = lines.filter(({ kind }) => kind === "plan_change_charge");
      return (
        credited >= 0 &&
        credited <= state.billed.amount_minor &&
        charges.length === 1 &&
        charges.every(
          ({ list_minor, amount_minor }) =>
            0 <= amount_minor && amount_minor <= list_minor && list_minor <= to.price_minor,
        )
      );
    }),
    CASES,
  );
});

test("C11 a change to a plan of the same price and interval costs nothing", { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(plan, share, (term, part) => {
      const { state } = openMembership(sale("2024-02-29", { term }));
      const on = at("2024-02-29", state.billed.days - 1, part);
      return sum(changePlan(state, { ...term, plan_id: "other", when: "now", on }).lines) === 0;
    }),
    CASES,
  );
});

test("C9 every amount of a sale and its periods is a whole number from nothing to the full price", {
  timeout: LIMIT_MS,
}, () => {
  fc.assert(
    fc.property(recurringSale, fc.integer({ min: 1, max: 3 }), (facts, intervals) => {
      const prepaid_periods = facts.term.billing_day === null ? intervals : 1;
      const sold = openMembership({ ...facts, prepaid_periods });
      const lines = [...sold.lines, ...billThrough(sold.state, addDays(sold.state.next_bill_on ?? "", 40)).lines];
      const most = Math.max(facts.term.price_minor * prepaid_periods, facts.joining_fee_minor);
      return lines.every(
        ({ list_minor, discount_minor, amount_minor, discounts }) =>
          Number.isSafeInteger(amount_minor) &&
          amount_minor === list_minor - discount_minor &&
          0 <= amount_minor &&
          list_minor <= most &&
          discounts.reduce((total, one) => total + one.amount_minor, 0) === discount_minor,
      );
    }),
    CASES,
  );
});
