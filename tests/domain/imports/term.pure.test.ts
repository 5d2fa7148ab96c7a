import { describe, expect, test } from "vitest";
import type { ImportedMembership } from "@/lib/domain/imports/parse/imported-row";
import { dueSoon, importedTerm, type PlanTerms } from "@/lib/domain/imports/term";
import type { IntervalUnit } from "@/lib/values/statuses";

const today = "2026-03-05";
const moment = { price_minor: 1_000, today, now: "2026-03-05T10:00:00Z" };

const every = (interval_count: number, interval_unit: IntervalUnit): PlanTerms => ({
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
    expect(importedTerm(since(starts_on), plan, moment).next_bill_on).toBe(next_bill_on);
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
    const term = { next_bill_on, anchor_day: Number(next_bill_on.slice(8)), ends_on: null };
    expect(dueSoon(term, plan, moment)).toBe(due_minor);
  });
});
