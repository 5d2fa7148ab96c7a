import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  billThrough,
  cancelMembership,
  changePlan,
  EngineRefusal,
  freezeMembership,
  openMembership,
  prepay,
} from "@/lib/domain/billing/engine";
import { addDays } from "@/lib/values/calendar-day";
import { CASES, LIMIT_MS, recurringSale } from "./arbitraries";
import { sale } from "./sales";

const opened = (starts_on = "2026-01-15") => openMembership(sale(starts_on)).state;
const freeze = (from_on: string, to_on: string) => ({ from_on, to_on, fee: { mode: "none" as const } });
const code = (work: () => unknown) => {
  try {
    work();
    return "done";
  } catch (error) {
    if (error instanceof EngineRefusal) return error.code;
    throw error;
  }
};

describe("C17 periods that are paid ahead", () => {
  test("are lines of today for days to come, and the next bill comes after them", () => {
    const { state, lines } = prepay(opened(), 2, "2026-01-20");
    expect(lines.map(({ on, from_on, to_on }) => [on, from_on, to_on])).toEqual([
      ["2026-01-20", "2026-02-15", "2026-03-14"],
      ["2026-01-20", "2026-03-15", "2026-04-14"],
    ]);
    expect(state.next_bill_on).toBe("2026-04-15");
    expect(state.billed).toMatchObject({ intervals: 3, number: 1, from_on: "2026-01-15", to_on: "2026-04-14" });
  });

  test("a freeze today moves the bill after them by its days", () => {
    const { state } = prepay(opened(), 2, "2026-01-20");
    const frozen = freezeMembership(state, freeze("2026-01-21", "2026-01-30"), "2026-01-20");
    expect(frozen.state.next_bill_on).toBe("2026-04-25");
  });

  test("a cancellation today that credits unused days credits all of them", () => {
    const { state, lines } = prepay(opened(), 2, "2026-01-20");
    const paid = state.billed.amount_minor;
    expect(paid).toBe(lines.reduce((all, { amount_minor }) => all + amount_minor, opened().billed.amount_minor));
    const ended = cancelMembership(state, {
      ...{ at: { day: "2026-01-15" }, on: "2026-01-15", overrides_min_term: true, credit_unused: true },
    });
    const all = billThrough(ended.state, "2026-01-15").lines;
    const credited = [...ended.lines, ...all].reduce((sum, { amount_minor }) => sum + amount_minor, 0);
    expect(credited).toBe(-paid);
  });

  test.each([
    ["a cancellation", "cancelled"],
    ["a plan change that waits", "pending_change"],
    ["a freeze of this period", "freeze_in_the_way"],
  ])("%s refuses them", (what, refusal) => {
    const before = opened();
    const on = "2026-01-20";
    const state =
      what === "a cancellation"
        ? cancelMembership(before, { at: "period_end", on, overrides_min_term: true, credit_unused: false }).state
        : what === "a plan change that waits"
          ? changePlan(before, {
              ...{ plan_id: "other", plan_name: "Other", price_minor: 900, interval_unit: "month", interval_count: 1 },
              ...{ billing_day: null, when: "period_end", on },
            }).state
          : freezeMembership(before, freeze("2026-01-22", "2026-01-25"), on).state;
    expect(code(() => prepay(state, 1, on))).toBe(refusal);
  });

  test("bill and schedule the same as periods that are paid on their days", { timeout: LIMIT_MS }, () => {
    fc.assert(
      fc.property(recurringSale, fc.integer({ min: 1, max: 14 }), (sold, periods) => {
        const { state: before } = openMembership(sold);
        const on = before.starts_on;
        let ahead: ReturnType<typeof prepay>;
        try {
          ahead = prepay(before, periods, on);
        } catch (error) {
          // Only the part up to a fixed billing day is followed by a whole period.
          if (error instanceof EngineRefusal) return error.code === "prepaid_needs_whole_periods";
          throw error;
        }
        const next = ahead.state.next_bill_on ?? "";
        const onTheirDays = billThrough(before, addDays(next, -1));
        const later = addDays(next, 800);
        const days = ({ lines }: { lines: typeof ahead.lines }) =>
          lines.map(({ from_on, to_on, amount_minor }) => [from_on, to_on, amount_minor]);
        expect(days(ahead)).toEqual(days(onTheirDays));
        expect(days(billThrough(ahead.state, later))).toEqual(days(billThrough(onTheirDays.state, later)));
        return true;
      }),
      CASES,
    );
  });
});
