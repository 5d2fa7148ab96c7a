import { expect, test } from "vitest";
import { decideEntry } from "@/lib/domain/access/entry-rules/decide";
import { entryReasons, isOverridable } from "@/lib/values/entry-reasons";
import { admits, CARLTON, FITZROY, facts, membership, quota, reasonOf, visitAt, warningsOf } from "./entry-facts";

const owing = (since_on: string, amount_minor = 12900) => ({ overdue: { since_on, amount_minor, currency: "USD" } });

test.each([
  ["2026-02-26", null],
  ["2026-02-25", "overdue"],
])("I7 a payment that failed on %s is in its grace of 7 days, or past it", (since_on, reason) => {
  expect(reasonOf({ memberships: [membership(owing(since_on))] })).toBe(reason);
});

test("I7 an amount from the limit up refuses at once, a smaller one waits for its days", () => {
  const policy = { overdue_amount_minor: 20000 };
  expect(reasonOf({ policy, memberships: [membership(owing("2026-03-05", 20000))] })).toBe("overdue");
  expect(admits({ policy, memberships: [membership(owing("2026-03-05", 19999))] })).toBe(true);
});

test("I7 in the days of grace staff get a warning and the member's text says nothing", () => {
  const decision = decideEntry(facts({ memberships: [membership(owing("2026-03-03"))] }));
  expect(decision.warnings).toEqual([
    {
      code: "unpaid",
      tone: "warn",
      title: "Payment open since Mar 3",
      tell_staff: "$129.00 for Unlimited. Entry is refused from Mar 11.",
      tell_member: null,
    },
  ]);
});

test("K8 a debt on one membership does not block a paid one unless the gym blocks the person", () => {
  const memberships = [
    membership({ id: "owing", plan_name: "PT pack", ...owing("2026-02-20") }),
    membership({ id: "paid" }),
  ];
  expect(decideEntry(facts({ memberships }))).toMatchObject({ outcome: "allowed", membership_id: "paid" });
  expect(decideEntry(facts({ memberships })).warnings).toMatchObject([
    { code: "unpaid", tell_staff: "$129.00 for PT pack." },
  ]);
  expect(decideEntry(facts({ memberships, policy: { overdue_blocks: "person" } }))).toMatchObject({
    reason: "overdue",
    tell_staff: "$129.00 for PT pack is open. Take the payment or let them in once.",
  });
});

test("K8 of several debts the oldest is named, the membership's own first", () => {
  const memberships = [
    membership({ id: "a", plan_name: "Classes", ends_on: "2026-04-30", ...owing("2026-03-02") }),
    membership({ id: "b", plan_name: "PT pack", ends_on: "2026-01-31", ...owing("2026-01-03") }),
    membership({ id: "c", plan_name: "Sauna", ends_on: "2026-01-31", ...owing("2026-01-02") }),
  ];
  expect(decideEntry(facts({ memberships })).warnings[0]?.tell_staff).toContain("for Classes");
  const blocked = decideEntry(facts({ memberships, policy: { overdue_blocks: "person" } }));
  expect(blocked.tell_staff).toContain("for Sauna is open");
});

test("F6 with two memberships the one that admits wins, in any order", () => {
  const over = membership({ id: "over", cancelled_on: "2026-03-01" });
  const running = membership({ id: "running", ends_on: "2026-03-20" });
  for (const memberships of [
    [over, running],
    [running, over],
  ])
    expect(decideEntry(facts({ memberships }))).toMatchObject({ outcome: "allowed", membership_id: "running" });
});

test("F6 with none that admits the latest ending one gives the reason", () => {
  const memberships = [
    membership({ id: "old", ends_on: "2025-12-31" }),
    membership({ id: "frozen", ends_on: "2026-09-30", freezes: [{ from_on: "2026-03-01", to_on: null }] }),
    membership({ id: "older", ends_on: "2025-06-30" }),
  ];
  expect(decideEntry(facts({ memberships }))).toMatchObject({ reason: "frozen", membership_id: "frozen" });
});

test.each([
  ["2026-03-05T13:59:59Z", "outside_hours"],
  ["2026-03-05T14:00:00Z", null],
  ["2026-03-05T20:59:59Z", null],
  ["2026-03-05T21:00:00Z", "outside_hours"],
])("I8 an off-peak plan from 09:00 to 16:00 holds to the second: %s", (now, reason) => {
  const access_hours = { thu: [{ opens: "09:00", closes: "16:00" }] };
  expect(reasonOf({ now, memberships: [membership({ access_hours })] })).toBe(reason);
});

test.each([
  ["2026-03-06T03:00:00Z", null],
  ["2026-03-06T06:59:59Z", null],
  ["2026-03-06T07:00:00Z", "outside_hours"],
  ["2026-03-07T06:00:00Z", "outside_hours"],
])("I8 a night plan from 22:00 to 02:00 crosses midnight: %s", (now, reason) => {
  const access_hours = { thu: [{ opens: "22:00", closes: "02:00" }] };
  expect(reasonOf({ now, memberships: [membership({ access_hours })] })).toBe(reason);
});

test("I8 a plan of all hours admits at three in the night of the spring change", () => {
  const access_hours = { sat: "24h" as const, sun: "24h" as const };
  for (const now of ["2026-03-08T06:59:59Z", "2026-03-08T07:00:00Z"])
    expect(admits({ now, memberships: [membership({ access_hours })] })).toBe(true);
});

test("I8 a refusal by the hour says when the plan admits again", () => {
  const access_hours = { mon: [{ opens: "09:00", closes: "16:00" }] };
  expect(decideEntry(facts({ memberships: [membership({ plan_name: "Off-peak", access_hours })] }))).toMatchObject({
    title: "Outside the plan's hours",
    tell_member: "Your membership is valid again Mon 9:00 am.",
    tell_staff: "Off-peak does not cover this hour; it does from Mon 9:00 am. Upgrade it or sell a day pass.",
  });
});

test("I8 a closed gym warns, refuses or says nothing by policy", () => {
  const location = { opening_hours: { fri: [{ opens: "06:00", closes: "22:00" }] } };
  expect(warningsOf({ location })).toEqual(["location_closed"]);
  expect(warningsOf({ location, policy: { closed_entry: "off" } })).toEqual([]);
  expect(decideEntry(facts({ location, policy: { closed_entry: "deny" } }))).toMatchObject({
    reason: "location_closed",
    title: "Fitzroy is closed",
    tell_staff: "Opens again Fri 6:00 am.",
  });
});

test("I5 a membership of other locations is refused here", () => {
  expect(reasonOf({ memberships: [membership({ location_ids: [CARLTON] })] })).toBe("wrong_location");
  expect(admits({ memberships: [membership({ location_ids: [CARLTON, FITZROY] })] })).toBe(true);
});

test("I10 a pack gives one visit for one entry, and none when it is empty", () => {
  expect(decideEntry(facts({ memberships: [membership({ quota: quota({ used: 3 }) })] }))).toMatchObject({
    outcome: "allowed",
    quota_units: 1,
  });
  expect(decideEntry(facts({ memberships: [membership({ quota: quota({ used: 8 }) })] }))).toMatchObject({
    reason: "quota_used",
    title: "8 of 8 visits used",
    quota_units: 0,
  });
});

test("I9 a pass of days takes one for the first visit of a local day and none for the next", () => {
  const of_days = (used: number, used_today: boolean) => ({
    memberships: [membership({ quota: quota({ limit: 10, used, used_today }) })],
  });
  expect(decideEntry(facts(of_days(3, false)))).toMatchObject({ outcome: "allowed", quota_units: 1 });
  expect(decideEntry(facts(of_days(4, true)))).toMatchObject({ outcome: "allowed", quota_units: 0 });
  expect(decideEntry(facts(of_days(10, true)))).toMatchObject({ outcome: "allowed", quota_units: 0 });
  expect(reasonOf(of_days(10, false))).toBe("quota_used");
});

test("G8 what costs nothing is used before a pack, and of packs the one that ends first", () => {
  const unlimited = membership({ id: "unlimited", ends_on: "2026-03-20" });
  const soon = membership({ id: "soon", ends_on: "2026-04-01", quota: quota() });
  const later = membership({ id: "later", ends_on: "2026-09-01", quota: quota() });
  expect(decideEntry(facts({ memberships: [later, soon, unlimited] })).membership_id).toBe("unlimited");
  expect(decideEntry(facts({ memberships: [later, soon] })).membership_id).toBe("soon");
});

test("I5 a missing waiver warns, blocks or is not asked for by policy", () => {
  const unsigned = { member: { waiver_signed_at: null } };
  expect(warningsOf(unsigned)).toEqual(["waiver_missing"]);
  expect(reasonOf({ ...unsigned, policy: { waiver: "block" } })).toBe("waiver_missing");
  expect(warningsOf({ ...unsigned, policy: { waiver: "off" } })).toEqual([]);
});

test("J5 a minor without a guardian's signature is refused until the local day of turning 18", () => {
  const minor = { birth_on: "2008-03-06" };
  expect(decideEntry(facts({ member: minor }))).toMatchObject({
    reason: "guardian_missing",
    tell_staff: "Rahel is 17. A parent or guardian signs before the first visit.",
  });
  expect(admits({ member: minor, now: "2026-03-06T05:00:00Z" })).toBe(true);
  expect(admits({ member: { ...minor, guardian_signed_at: "2026-01-01T00:00:00Z" } })).toBe(true);
  expect(warningsOf({ member: minor, policy: { guardian: "warn" } })).toEqual(["guardian_missing"]);
  expect(admits({ member: { birth_on: null } })).toBe(true);
});

test("I5 a full house warns or refuses by policy, and never who is counted inside already", () => {
  expect(warningsOf({ occupancy: 140 })).toEqual(["full_house"]);
  expect(warningsOf({ occupancy: 139 })).toEqual([]);
  expect(reasonOf({ occupancy: 140, policy: { full_house: "deny" } })).toBe("full_house");
  expect(admits({ occupancy: 500, policy: { full_house: "deny" }, location: { capacity: null } })).toBe(true);
  const inside = { open_visit: visitAt("2026-03-05T22:20:00Z") };
  expect(admits({ ...inside, occupancy: 140, policy: { full_house: "deny" } })).toBe(true);
});

test.each([
  ["2026-03-19", "expiring", "Ends in 14 days"],
  ["2026-03-10", "expiring", "Ends in 5 days"],
  ["2026-03-06", "expiring", "Ends in 1 day"],
  ["2026-03-05", "expires_today", "Ends today"],
])("a membership that ends on %s is announced", (ends_on, code, title) => {
  expect(decideEntry(facts({ memberships: [membership({ ends_on })] })).warnings).toMatchObject([{ code, title }]);
});

test("a membership that ends later, or goes on with another one, is not announced", () => {
  expect(warningsOf({ memberships: [membership({ ends_on: "2026-03-20" })] })).toEqual([]);
  const renewed = membership({ id: "renewed", starts_on: "2026-03-11", ends_on: "2027-03-10" });
  expect(warningsOf({ memberships: [membership({ ends_on: "2026-03-10" }), renewed] })).toEqual([]);
  const after_a_gap = { ...renewed, starts_on: "2026-04-01" };
  expect(warningsOf({ memberships: [membership({ ends_on: "2026-03-10" }), after_a_gap] })).toEqual(["expiring"]);
});

test("the last visits of a pack are announced", () => {
  const pack = (used: number) => ({ memberships: [membership({ quota: quota({ used }) })] });
  expect(decideEntry(facts(pack(7))).warnings).toMatchObject([{ code: "quota_low", title: "Last visit of the pack" }]);
  expect(decideEntry(facts(pack(6))).warnings).toMatchObject([{ title: "1 visit left after this one" }]);
  expect(warningsOf(pack(5))).toEqual([]);
});

test("B8 a birthday on 29 Feb is greeted on 28 Feb of an ordinary year, by the local day", () => {
  const leapling = { member: { birth_on: "1996-02-29" } };
  expect(warningsOf({ ...leapling, now: "2026-02-28T22:00:00Z" })).toEqual(["birthday"]);
  expect(warningsOf({ ...leapling, now: "2026-03-01T04:59:59Z" })).toEqual(["birthday"]);
  expect(warningsOf({ ...leapling, now: "2026-03-01T05:00:00Z" })).toEqual([]);
});

test("a first visit gives a warning, the second does not", () => {
  expect(decideEntry(facts({ member: { visits_before: 0 } })).warnings).toEqual([
    {
      code: "first_visit",
      tone: "info",
      title: "First visit",
      tell_staff: "Show Rahel around.",
      tell_member: "Welcome, Rahel!",
    },
  ]);
  expect(warningsOf({ member: { visits_before: 1 } })).toEqual([]);
});

test("what presses most is warned of first", () => {
  const memberships = [membership({ ...owing("2026-03-03"), ends_on: "2026-03-10" })];
  expect(
    warningsOf({
      memberships,
      member: { waiver_signed_at: null, birth_on: "1994-03-05", visits_before: 0 },
      occupancy: 140,
    }),
  ).toEqual(["unpaid", "waiver_missing", "expiring", "birthday", "full_house", "first_visit"]);
});

test("I4 staff may override a refusal that goodwill can cure, never a wrong code, a ban or a missing guardian", () => {
  expect(entryReasons.filter((reason) => !isOverridable(reason))).toEqual([
    "unknown_code",
    "revoked_code",
    "expired_code",
    "replayed_code",
    "wrong_organization",
    "archived",
    "banned",
    "guardian_missing",
  ]);
  expect(decideEntry(facts({ memberships: [] }))).toMatchObject({ is_overridable: true });
  expect(decideEntry(facts({ member: { ban: { reason: "Theft" } } }))).toMatchObject({ is_overridable: false });
});

test("a refusal never shows the member an amount, a ban or another gym's name", () => {
  const banned = decideEntry(facts({ member: { ban: { reason: "Theft from lockers" } } }));
  expect(banned).toMatchObject({
    title: "Not allowed in",
    tell_member: "Please see the desk.",
    tell_staff: "Theft from lockers. Only a manager can lift this.",
  });
  const overdue = decideEntry(facts({ memberships: [membership(owing("2026-01-03"))] }));
  expect(overdue).toMatchObject({
    title: "Payment overdue since Jan 3",
    tell_member: "A payment is open. Please see the desk.",
    tell_staff: "$129.00 for Unlimited is open. Take the payment or let them in once.",
  });
});

test("texts write days as the organization's locale does", () => {
  const memberships = [membership({ ends_on: "2025-12-31" })];
  expect(decideEntry(facts({ memberships })).title).toBe("Expired on Dec 31, 2025");
  expect(decideEntry(facts({ memberships, locale: "en-IN" })).title).toBe("Expired on 31 Dec 2025");
});
