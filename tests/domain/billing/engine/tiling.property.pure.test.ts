import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { test } from "vitest";
import { billThrough, freezeMembership, openMembership } from "@/lib/domain/billing/engine";
import { addDays, daysBetween } from "@/lib/values/calendar-day";
import type { BillingCycle } from "@/lib/values/membership-term";
import { CASES, cycle, day, LIMIT_MS, recurringSale } from "./arbitraries";
import { offPeak, sale } from "./sales";

test("C3 consecutive periods tile for every interval, start and fixed billing day", { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(day, cycle, (starts_on, every) => {
      const first = openMembership(sale(starts_on, { term: { ...offPeak, ...every } }));
      const lines = [...first.lines];
      let { state } = first;
      for (let n = 0; n < 6; n++) {
        const next = billThrough(state, state.next_bill_on ?? "");
        lines.push(...next.lines);
        state = next.state;
      }
      const second = lines[1]?.from_on ?? "";
      return (
        lines.length === 7 &&
        lines.every(
          ({ from_on, to_on }, n) =>
            from_on === (n === 0 ? starts_on : after(lines[n - 1])) &&
            (n === 0 || from_on === expectedStart(starts_on, every, n, second)) &&
            to_on !== null &&
            from_on !== null &&
            from_on <= to_on,
        )
      );
    }),
    CASES,
  );
});

/** By Temporal: from the start itself, or from the first bill on the fixed day and always on that day. */
function expectedStart(starts_on: string, every: BillingCycle, n: number, second: string): string {
  const { interval_unit, interval_count, billing_day } = every;
  const step = { [`${interval_unit}s`]: interval_count * (billing_day === null ? n : n - 1) };
  const from = Temporal.PlainDate.from(billing_day === null ? starts_on : second);
  const added = from.add(step);
  return (billing_day === null ? added : added.with({ day: billing_day })).toString();
}

const after = (line?: { to_on: string | null }): string | null => (line?.to_on ? addDays(line.to_on, 1) : null);

test("E2 a freeze of n days moves the next bill by exactly n days", { timeout: LIMIT_MS }, () => {
  const freeze = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), n: fc.integer({ min: 1, max: 400 }) });
  fc.assert(
    fc.property(recurringSale, freeze, (facts, { at, n }) => {
      const { state } = openMembership(facts);
      const next_on = state.next_bill_on ?? "";
      // From the first day of the period to the day of the bill itself.
      const from_on = addDays(
        facts.starts_on,
        Math.floor(at * (daysBetween(facts.starts_on, next_on) + 1)) - (at === 1 ? 1 : 0),
      );
      const freeze = { from_on, to_on: addDays(from_on, n - 1), fee: { mode: "none" } } as const;
      return freezeMembership(state, freeze, facts.starts_on).state.next_bill_on === addDays(next_on, n);
    }),
    CASES,
  );
});
