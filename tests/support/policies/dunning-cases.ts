import type { Policies } from "@/lib/values/policies";
import * as collecting from "./dunning-places";
import type { PolicyCase } from "./policy-case";

/** What each policy of failed payments changes; see tests/api/organization/policies.test.ts. */
export const dunningCases = {
  dunning_days: {
    seen: collecting.nextTry,
    default: ["INV-00001 open, 1 tries, next 2026-03-06T01:00Z schedule"],
    changed: [[2], ["INV-00001 open, 1 tries, next 2026-03-07T01:00Z schedule"]],
  },
  dunning_try_time: {
    seen: collecting.nextTry,
    default: ["INV-00001 open, 1 tries, next 2026-03-06T01:00Z schedule"],
    changed: ["05:00", ["INV-00001 open, 1 tries, next 2026-03-06T04:00Z schedule"]],
  },
  dunning_hours_from: {
    seen: collecting.nextTry,
    default: ["INV-00001 open, 1 tries, next 2026-03-06T01:00Z schedule"],
    changed: ["06:00", ["INV-00001 open, 1 tries, next 2026-03-06T05:00Z schedule"]],
  },
  dunning_hours_to: {
    beside: { dunning_try_time: "20:30" },
    seen: collecting.nextTry,
    default: ["INV-00001 open, 1 tries, next 2026-03-06T19:30Z schedule"],
    changed: ["20:00", ["INV-00001 open, 1 tries, next 2026-03-07T01:00Z schedule"]],
  },
  dunning_stop_codes: {
    seen: collecting.nextTry,
    default: ["INV-00001 open, 1 tries, next 2026-03-06T01:00Z schedule"],
    changed: [["insufficient_funds"], ["INV-00001 stopped, 1 tries, declined_for_good"]],
  },
  dunning_new_method: {
    seen: collecting.afterNewCard,
    default: ["INV-00001 ended, 1 tries, paid"],
    changed: ["next_try", ["INV-00001 open, 1 tries, next 2026-03-06T01:00Z schedule"]],
  },
  dunning_manual_try: {
    seen: collecting.afterManualTry,
    default: {
      says: "The bank said insufficient funds. The schedule did not change: next try Friday 02:00.",
      after: ["INV-00001 open, 1 tries, next 2026-03-06T01:00Z schedule"],
    },
    changed: [
      "counts",
      {
        says: "The bank said insufficient funds. It took the place of a try of the schedule: the next one is Monday 02:00.",
        after: ["INV-00001 open, 2 tries, next 2026-03-09T01:00Z schedule"],
      },
    ],
  },
  unpaid_ends_membership_days: {
    seen: collecting.tenDaysUnpaid,
    default: { door: "overdue", cases: ["INV-00001 open, 2 tries, next 2026-03-16T01:00Z schedule"] },
    changed: [9, { door: "cancelled", cases: ["INV-00001 open, 2 tries, next 2026-03-16T01:00Z schedule"] }],
  },
  unpaid_write_off_days: {
    seen: collecting.tenDaysUnpaid,
    default: { door: "overdue", cases: ["INV-00001 open, 2 tries, next 2026-03-16T01:00Z schedule"] },
    changed: [10, { door: ["waiver_missing"], cases: ["INV-00001 ended, 1 tries, written_off"] }],
  },
  unpaid_next_cycle: {
    seen: collecting.nextCycleWhileUnpaid,
    default: ["INV-00001 period 2026-03-05 2026-04-04 5900", "INV-00002 period 2026-04-05 2026-05-04 5900"],
    changed: ["wait", ["INV-00001 period 2026-03-05 2026-04-04 5900"]],
  },
} satisfies Partial<Record<keyof Policies, PolicyCase>>;
