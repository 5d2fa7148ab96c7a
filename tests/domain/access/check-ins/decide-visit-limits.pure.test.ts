import { expect, test } from "vitest";
import { decideEntry } from "@/lib/domain/access/entry-rules/decide";
import { facts, limit, membership, reasonOf } from "./entry-facts";

test("a refusal for the weekly limit names its week", () => {
  const weekly = membership({ limits: [limit({ used: 3 })] });
  expect(decideEntry(facts({ memberships: [weekly] }))).toMatchObject({
    reason: "quota_used",
    is_overridable: true,
    title: "3 of 3 visits of this week used",
    tell_member: "All visits of this week are used. You can come again on Mar 9.",
    tell_staff: "Unlimited allows 3 visits a week. The next one is possible on Mar 9. Upgrade it or let them in once.",
  });
  expect(reasonOf({ memberships: [membership({ limits: [limit({ used: 2 })] })] })).toBeNull();
});

test("I9 a limit of days counts a day once", () => {
  const days = (used: number, used_today: boolean) =>
    reasonOf({ memberships: [membership({ limits: [limit({ of: "days", used, used_today })] })] });
  expect([days(2, false), days(3, false), days(3, true)]).toEqual([null, "quota_used", null]);
});

test("I5 the first limit that is reached is named, and a limit of the term has no next visit", () => {
  const term = limit({ per: "term", count: 20, used: 20, from_on: "2026-01-01", to_on: "2026-12-31" });
  expect(decideEntry(facts({ memberships: [membership({ limits: [limit({ used: 2 }), term] })] }))).toMatchObject({
    title: "20 of 20 visits of this membership used",
    tell_member: "All visits of your membership are used. Please see the desk.",
  });
});

test("E12 a freeze raises no limit, and prorates the week in which it ends", () => {
  const frozen = (to_on: string, used: number) =>
    reasonOf({
      memberships: [membership({ limits: [limit({ used })], freezes: [{ from_on: "2026-02-10", to_on }] })],
    });
  // Monday and Tuesday are frozen: 5 of 7 days leave 3 of 3, rounded up.
  expect([frozen("2026-03-03", 2), frozen("2026-03-03", 3)]).toEqual([null, "quota_used"]);
  // 4 of 7 days leave 2, rounded up.
  expect([frozen("2026-03-04", 1), frozen("2026-03-04", 2)]).toEqual([null, "quota_used"]);
  expect([frozen("2026-03-01", 2), frozen("2026-03-01", 3)]).toEqual([null, "quota_used"]);
});
