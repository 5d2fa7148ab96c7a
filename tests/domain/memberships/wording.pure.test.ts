import { expect, test } from "vitest";
import type { Membership } from "@/components/memberships/membership";
import { comingText, nextEventText } from "@/components/memberships/wording";

const membership = {
  status: "active",
  price_minor: 8900,
  currency: "USD",
  interval_unit: "month",
  interval_count: 1,
  starts_on: "2026-01-08",
  ends_on: null,
  next_bill_on: "2026-03-08",
  cancelled_on: null,
  freeze: null,
  next_plan: null,
} as unknown as Membership;

test.each<[Partial<Membership>, string]>([
  [{}, "Next bill $89.00 on Mar 8, then every month on the 8th"],
  [{ interval_unit: "week", interval_count: 4 }, "Next bill $89.00 on Mar 8, then every 4 weeks on Sunday"],
  [{ next_bill_on: null, ends_on: "2027-01-07" }, "Valid until Jan 7, 2027"],
  [{ next_bill_on: null, cancelled_on: "2026-03-08" }, "Cancelled, valid until Mar 7"],
  [{ status: "cancelled", cancelled_on: "2026-03-01" }, "Cancelled on Mar 1"],
  [{ status: "expired", ends_on: "2026-02-28", next_bill_on: null }, "Ended on Feb 28"],
  [{ status: "pending", starts_on: "2026-04-01" }, "Starts on Apr 1"],
  [{ status: "frozen", freeze: { from_on: "2026-03-01", to_on: "2026-03-22" } }, "Frozen, resumes on Mar 23"],
])("a membership says what comes next: %o", (fields, words) => {
  expect(nextEventText({ ...membership, ...fields }, { locale: "en-US", today: "2026-03-05" })).toBe(words);
});

test.each<[Partial<Membership>, string[]]>([
  [{}, []],
  [{ next_plan: { plan_id: "p", plan_name: "Anytime", from_on: "2026-07-01" } }, ["Changes to Anytime on Jul 1"]],
  [{ freeze: { from_on: "2026-03-10", to_on: "2026-03-22" } }, ["Frozen Mar 10 to Mar 22"]],
  [{ freeze: { from_on: "2026-03-10", to_on: null } }, ["Frozen from Mar 10 on"]],
  [{ status: "frozen", freeze: { from_on: "2026-03-01", to_on: "2026-03-22" } }, []],
])("a membership says what waits for its day: %o", (fields, words) => {
  expect(comingText({ ...membership, ...fields }, { locale: "en-US", today: "2026-03-05" })).toEqual(words);
});
