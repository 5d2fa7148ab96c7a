import { expect, test } from "vitest";
import {
  billThrough,
  type CancelRequest,
  cancellationOptions,
  cancelMembership,
  freezeMembership,
  withdrawCancellation,
} from "@/lib/domain/billing/engine";
import { codeOf } from "./refusals";
import { billed, brief, due, offPeak, opened, reached } from "./sales";

const june = (terms = {}) => reached(opened("2026-05-01", terms), "2026-06-01");

const request = (at: CancelRequest["at"], on: string, other: Partial<CancelRequest> = {}): CancelRequest => ({
  ...{ at, on, overrides_min_term: false, credit_unused: false },
  ...other,
});

test("C15 a membership that is cancelled at the end of the period is not billed for the next one", () => {
  const { state } = cancelMembership(june(), request("period_end", "2026-06-16"));
  expect([state.cancelled_on, state.next_bill_on, billed(state, "2027-12-31")]).toEqual(["2026-07-01", null, []]);
});

test("C15 a period that the cancellation cuts is billed for its days only", () => {
  const { state } = cancelMembership(june(), request({ day: "2026-07-11" }, "2026-06-16"));
  const { lines } = billThrough(state, "2026-12-31");
  // 59.00 × 10 of 31 days
  expect(lines.map(brief)).toEqual(["2026-07-01/2026-07-10 1903"]);
  expect(lines[0]?.facts).toEqual({
    ...{ why: "part_to_cancellation", number: 3, cancelled_on: "2026-07-11", full_minor: 5900 },
    ...{ days: 10, whole_days: 31 },
  });
});

test("F1 now and at the end of the period differ", () => {
  expect(cancelMembership(june(), request("now", "2026-06-16")).state.cancelled_on).toBe("2026-06-16");
  expect(cancelMembership(june(), request("period_end", "2026-06-16")).state.cancelled_on).toBe("2026-07-01");
});

test("F1 notice and minimum term give the first bill day that satisfies both", () => {
  const noticed = june({ notice_days: 30 });
  expect(cancelMembership(noticed, request("period_end", "2026-06-01")).state.cancelled_on).toBe("2026-07-01");
  expect(cancelMembership(noticed, request("period_end", "2026-06-02")).state.cancelled_on).toBe("2026-08-01");
  const bound = june({ notice_days: 30, min_term_months: 12 });
  expect(cancelMembership(bound, request("period_end", "2026-06-02")).state.cancelled_on).toBe("2027-05-01");
  expect(codeOf(() => cancelMembership(bound, request("now", "2026-06-02")))).toBe("within_min_term");
  expect(codeOf(() => cancelMembership(noticed, request({ day: "2026-07-01" }, "2026-06-02")))).toBe("within_notice");
  const free = request("now", "2026-06-02", { overrides_min_term: true });
  expect(cancelMembership(bound, free).state.cancelled_on).toBe("2026-06-02");
});

test("F1 the options name the last day, the last charge and the sum until then", () => {
  const state = june({ min_term_months: 4, notice_days: 14 });
  expect(cancellationOptions(state, "2026-06-16", { day: "2026-09-11" })).toMatchObject([
    { at: "now", refusal: "within_min_term" },
    {
      ...{ at: "period_end", refusal: null, last_day: "2026-08-31", cancelled_on: "2026-09-01" },
      ...{ last_charge_on: "2026-08-01", charges_minor: 11_800, unused_minor: 0 },
    },
    {
      ...{ at: { day: "2026-09-11" }, refusal: null, last_day: "2026-09-10", cancelled_on: "2026-09-11" },
      ...{ last_charge_on: "2026-09-01", charges_minor: 13_767, unused_minor: 0 },
    },
  ]);
  expect(cancellationOptions(june(), "2026-06-16")[0]).toMatchObject({
    ...{ at: "now", refusal: null, last_day: "2026-06-15", cancelled_on: "2026-06-16" },
    ...{ last_charge_on: null, charges_minor: 0, unused_minor: 2950 },
  });
});

test("F1 a cancellation at the end of the period moves with a freeze, and the minimum term as well", () => {
  const pending = cancelMembership(june(), request("period_end", "2026-06-16")).state;
  const freeze = { from_on: "2026-06-20", to_on: "2026-06-29", fee: { mode: "none" } } as const;
  expect(freezeMembership(pending, freeze, "2026-06-18").state.cancelled_on).toBe("2026-07-11");
});

test("F1 at the end of the period, what is not recurring ends with its term", () => {
  const state = opened("2026-05-01", { kind: "fixed_term", term: { ...offPeak, interval_count: 12 } });
  expect(cancelMembership(state, request("period_end", "2026-06-16")).state.cancelled_on).toBe("2027-05-01");
});

test("F1 the unused days are given back when the cancellation takes effect", () => {
  const now = cancelMembership(june(), request("now", "2026-06-16", { credit_unused: true }));
  expect(now.lines.map(due)).toEqual(["unused_days_credit 2026-06-16 -2950"]);
  expect(now.lines.map(brief)).toEqual(["2026-06-16/2026-06-30 -2950"]);
  const later = cancelMembership(june(), request({ day: "2026-06-21" }, "2026-06-16", { credit_unused: true }));
  expect(later.lines).toEqual([]);
  const { state, lines } = billThrough(later.state, "2026-06-21");
  expect(lines.map(due)).toEqual(["unused_days_credit 2026-06-21 -1967"]);
  expect(billThrough(state, "2026-12-31").lines).toEqual([]);
});

test("F5 a cancellation can be withdrawn until its day; the next bill is on its former day", () => {
  const { state } = cancelMembership(june(), request("period_end", "2026-06-16"));
  expect(withdrawCancellation(state, "2026-06-30").state).toEqual(june());
  expect(codeOf(() => withdrawCancellation(state, "2026-07-01"))).toBe("cancelled");
  expect(codeOf(() => withdrawCancellation(june(), "2026-06-16"))).toBe("not_cancelled");
  expect(codeOf(() => cancelMembership(state, request("now", "2026-06-17")))).toBe("already_cancelled");
});

test("F5 after a withdrawal, the rest of a period that was cut is billed: both parts are the full price", () => {
  const { state } = cancelMembership(june(), request({ day: "2026-07-11" }, "2026-06-16"));
  const withdrawn = withdrawCancellation(reached(state, "2026-07-01"), "2026-07-05").state;
  expect(billed(withdrawn, "2026-08-01")).toEqual(["2026-07-11/2026-07-31 3997", "2026-08-01/2026-08-31 5900"]);
  expect(1903 + 3997).toBe(5900);
});
