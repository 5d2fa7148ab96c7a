import { describe, expect, test } from "vitest";
import { billThrough } from "@/lib/domain/billing/engine";
import type { ImportedMembership } from "@/lib/domain/imports/parse/imported-row";
import { dueSoon, importedTerm, type PlanTerms } from "@/lib/domain/imports/term";
import type { IntervalUnit } from "@/lib/values/statuses";

const today = "2026-03-05";
const moment = { price_minor: 1_000, today };

const every = (interval_count: number, interval_unit: IntervalUnit): PlanTerms => ({
  ...{ id: "gold", name: "Gold", billing_day: null, min_term_months: null, notice_days: 0, freeze_policy: null },
  kind: "recurring",
  interval_unit,
  interval_count,
  sessions_included: null,
});

const since = (starts_on: string): ImportedMembership => ({
  plan_name: "Gold",
  status: "active",
  starts_on,
  ends_on: null,
  next_bill_on: null,
  price_minor: null,
  discount: null,
  is_paid_offline: false,
  sessions_left: null,
  sessions_expire_on: null,
  frozen_from: null,
  resumes_on: null,
  cancels_on: null,
});

describe("C2 the next bill of a membership without one is its first anniversary after today", () => {
  test.each([
    ["2000-01-31", every(1, "month"), "2026-03-31"],
    ["1999-12-31", every(3, "month"), "2026-03-31"],
    ["2026-02-05", every(1, "month"), "2026-04-05"],
    ["2020-01-06", every(4, "week"), "2026-03-23"],
    ["2026-03-05", every(1, "week"), "2026-03-12"],
    ["2001-01-01", every(10, "day"), "2026-03-11"],
    ["2020-02-29", every(1, "year"), "2027-02-28"],
    ["2025-03-05", every(1, "year"), "2027-03-05"],
    // A start in the future has its first bill after one period.
    ["2026-04-15", every(1, "month"), "2026-05-15"],
  ])("since %s, $interval_count $interval_unit: %3$s", (starts_on, plan, next_bill_on) => {
    expect(importedTerm(since(starts_on), plan, moment).state?.next_bill_on).toBe(next_bill_on);
  });
});

describe("X1 what falls due in the next 30 days counts the bills from today on, also after a bill date long ago", () => {
  test.each([
    ["2024-01-01", every(1, "week"), 4_000],
    ["2001-01-01", every(1, "day"), 31_000],
    ["2020-01-31", every(1, "month"), 1_000],
    ["2016-02-29", every(1, "year"), 0],
    ["2026-03-05", every(1, "week"), 5_000],
    ["2026-04-04", every(1, "month"), 1_000],
    ["2026-04-05", every(1, "month"), 0],
  ])("next bill %s", (next_bill_on, plan, due_minor) => {
    const term = importedTerm({ ...since("2001-01-01"), next_bill_on }, plan, moment);
    expect(dueSoon(term, today)).toBe(due_minor);
  });
});

const monthly = every(1, "month");
const stateOf = (fields: Partial<ImportedMembership>, plan = monthly) =>
  importedTerm({ ...since("2025-01-10"), ...fields }, plan, moment).state;
/** "2026-03-10 1000": what the engine bills until the day. */
const billsOf = (fields: Partial<ImportedMembership>, until = "2026-06-30", plan = monthly) => {
  const state = stateOf(fields, plan);
  return state && billThrough(state, until).lines.map(({ on, amount_minor }) => `${on} ${amount_minor}`);
};

test("X3 a bill day in the past is not billed again; the next one of its series is", () => {
  expect(billsOf({ next_bill_on: "2025-11-20" })).toEqual([
    "2026-03-20 1000",
    "2026-04-20 1000",
    "2026-05-20 1000",
    "2026-06-20 1000",
  ]);
});

test("C1 a bill on the last day of February keeps the 31st of the start", () => {
  const at = (today: string) =>
    importedTerm({ ...since("2025-01-31"), next_bill_on: "2026-02-28" }, monthly, { price_minor: 1_000, today }).state;
  const state = at("2026-02-10");
  expect(state && billThrough(state, "2026-04-30").lines.map(({ on }) => on)).toEqual([
    "2026-02-28",
    "2026-03-31",
    "2026-04-30",
  ]);
});

test("X4 a discount goes on for every period, and the price stays the list price", () => {
  const half = { discount: { kind: "percent", basis_points: 5_000 } } as const;
  expect([stateOf(half)?.terms[0]?.price_minor, billsOf(half, "2026-04-30")]).toEqual([
    1_000,
    ["2026-03-10 500", "2026-04-10 500"],
  ]);
  expect(billsOf({ discount: { kind: "amount", minor: 300 } }, "2026-03-31")).toEqual(["2026-03-10 700"]);
});

test("X4 a scheduled cancellation bills the days before it, and none later", () => {
  expect(billsOf({ cancels_on: "2026-04-24" })).toEqual(["2026-03-10 1000", "2026-04-10 500"]);
  expect(stateOf({ cancels_on: "2026-04-24" })).toMatchObject({
    cancelled_on: "2026-04-25",
    next_bill_on: "2026-03-10",
  });
});

test("X4 a pause moves the bill by its days, unless the given bill lies behind it", () => {
  const paused = { status: "frozen", frozen_from: "2026-03-01", resumes_on: "2026-03-21" } as const;
  expect(billsOf({ ...paused, next_bill_on: "2026-03-10" }, "2026-05-15")).toEqual([
    "2026-03-30 1000",
    "2026-04-30 1000",
  ]);
  expect(billsOf({ ...paused, next_bill_on: "2026-03-30" }, "2026-05-15")).toEqual([
    "2026-03-30 1000",
    "2026-04-30 1000",
  ]);
  expect(billsOf({ ...paused, resumes_on: null })).toEqual([]);
});

test("X4 the end of a recurring membership is a scheduled cancellation; with a later bill it is the end of its period", () => {
  expect(stateOf({ ends_on: "2026-08-31" })?.cancelled_on).toBe("2026-09-01");
  expect(stateOf({ ends_on: "2026-03-31", next_bill_on: "2026-04-01" })).toMatchObject({
    ...{ cancelled_on: null, next_bill_on: "2026-04-01" },
  });
});

test("X4 what has ended has no billing state", () => {
  expect([
    importedTerm({ ...since("2025-01-10"), status: "expired" }, monthly, moment).ended,
    importedTerm({ ...since("2025-01-10"), status: "cancelled", cancels_on: "2026-02-27" }, monthly, moment).ended,
  ]).toEqual([
    { starts_on: "2025-01-10", ends_on: "2026-03-04", cancelled_on: null, anchor_day: 10 },
    { starts_on: "2025-01-10", ends_on: null, cancelled_on: "2026-02-28", anchor_day: 10 },
  ]);
});
