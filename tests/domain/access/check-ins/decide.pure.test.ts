import { expect, test } from "vitest";
import { decideEntry } from "@/lib/domain/access/entry-rules/decide";
import { credentialStates, entryReasons } from "@/lib/values/entry-reasons";
import { admits, CARLTON, facts, membership, quota, reasonOf, visitAt, warningsOf } from "./entry-facts";

test("a member with a running membership comes in without a word", () => {
  expect(decideEntry(facts())).toEqual({
    outcome: "allowed",
    reason: null,
    title: "Unlimited",
    tell_member: "Come in, Rahel.",
    tell_staff: "Let Rahel in.",
    warnings: [],
    visit: { step: "open", closes: null },
    ends_freeze: null,
    membership_id: "membership-1",
    quota_units: 0,
  });
});

test.each([
  ["unknown", "unknown_code"],
  ["revoked", "revoked_code"],
  ["expired", "expired_code"],
  ["replayed", "replayed_code"],
  ["other_organization", "wrong_organization"],
] as const)("I1 a code that is %s is refused as %s, for any member", (state, reason) => {
  expect(reasonOf({ credential: { kind: "qr", state, used_by_visit_id: null } })).toBe(reason);
  expect(reasonOf({ credential: { kind: "qr", state, used_by_visit_id: null }, member: null })).toBe(reason);
});

test("I1 a code without a member is unknown", () => {
  expect(reasonOf({ member: null, memberships: [] })).toBe("unknown_code");
});

const spoiled = {
  memberships: [
    membership({
      starts_on: "2026-01-01",
      ends_on: "2026-12-31",
      freezes: [{ from_on: "2026-03-01", to_on: "2026-03-12" }],
      overdue: { since_on: "2026-01-03", amount_minor: 12900, currency: "USD" },
      access_hours: { sun: "24h" as const },
      location_ids: [CARLTON],
      quota: quota({ used: 8 }),
    }),
  ],
  member: { waiver_signed_at: null, birth_on: "2010-01-01", ban: { reason: "Broke a mirror" } },
  occupancy: 140,
  policy: { waiver: "block", full_house: "deny", closed_entry: "deny", second_entry: "deny" } as const,
  location: { opening_hours: { sun: "24h" as const } },
  open_visit: visitAt("2026-03-05T22:38:00Z", CARLTON),
};

test("I5 of many reasons the first in the fixed order is given, and each fix reveals the next", () => {
  const { memberships, member, location, ...rest } = spoiled;
  const [one] = memberships;
  const steps: Parameters<typeof facts>[0][] = [{ ...rest, memberships, member, location }];
  const cure = (change: object, level: "membership" | "member" | "top") => {
    const last = steps.at(-1) ?? {};
    if (level === "top") steps.push({ ...last, ...change });
    else if (level === "member") steps.push({ ...last, member: { ...last.member, ...change } });
    else steps.push({ ...last, memberships: [{ ...one, ...last.memberships?.[0], ...change } as typeof one & {}] });
  };
  cure({ ban: null }, "member");
  cure({ freezes: [], ends_on: "2026-03-04" }, "membership");
  cure({ starts_on: "2026-03-06", ends_on: "2026-12-31" }, "membership");
  cure({ starts_on: "2026-01-01" }, "membership");
  cure({ overdue: null }, "membership");
  cure({ location: {} }, "top");
  cure({ access_hours: null }, "membership");
  cure({ location_ids: null }, "membership");
  cure({ quota: null }, "membership");
  cure({ waiver_signed_at: "2026-03-01T00:00:00Z" }, "member");
  cure({ guardian_signed_at: "2026-03-01T00:00:00Z" }, "member");
  cure({ occupancy: 139 }, "top");
  expect(steps.map((step) => reasonOf(step))).toEqual([
    "banned",
    "frozen",
    "expired",
    "not_started",
    "overdue",
    "location_closed",
    "outside_hours",
    "wrong_location",
    "quota_used",
    "waiver_missing",
    "guardian_missing",
    "full_house",
    null,
  ]);
});

test("I5 a wrong code comes before any reason about the person", () => {
  for (const state of credentialStates.filter((one) => one !== "ok"))
    expect(reasonOf({ ...spoiled, credential: { kind: "card", state, used_by_visit_id: null } })).not.toBe("banned");
});

test("I5 the list of reasons has the order in which they are checked", () => {
  expect(entryReasons.filter((reason) => !["no_membership", "cancelled", "archived"].includes(reason))).toEqual([
    "unknown_code",
    "revoked_code",
    "expired_code",
    "replayed_code",
    "wrong_organization",
    "banned",
    "frozen",
    "expired",
    "not_started",
    "overdue",
    "location_closed",
    "outside_hours",
    "wrong_location",
    "quota_used",
    "waiver_missing",
    "guardian_missing",
    "full_house",
    "already_inside",
  ]);
});

test("I5 an archived record is refused", () => {
  expect(reasonOf({ member: { is_archived: true } })).toBe("archived");
});

test("I5 who has no membership is refused, or let in with a warning where the gym wants it so", () => {
  expect(reasonOf({ memberships: [] })).toBe("no_membership");
  expect(admits({ memberships: [], policy: { without_membership: "warn" } })).toBe(true);
  expect(warningsOf({ memberships: [], policy: { without_membership: "warn" } })).toEqual(["no_membership"]);
});

test.each([
  ["2026-03-01T04:59:59Z", true],
  ["2026-03-01T05:00:00Z", false],
])("B5 a membership to 28 Feb is valid through the last second of 28 Feb: %s", (now, expected) => {
  expect(admits({ now, memberships: [membership({ ends_on: "2026-02-28" })] })).toBe(expected);
});

test.each([
  ["2026-03-06T04:59:59Z", "not_started"],
  ["2026-03-06T05:00:00Z", null],
])("B4 a membership from 6 Mar admits from local midnight: %s", (now, reason) => {
  expect(reasonOf({ now, memberships: [membership({ starts_on: "2026-03-06" })] })).toBe(reason);
});

test("B4 the zone of the location scanned at decides, not that of the server", () => {
  const last_day = [membership({ ends_on: "2026-03-05" })];
  const now = "2026-03-06T06:30:00Z";
  expect(reasonOf({ now, memberships: last_day })).toBe("expired");
  expect(admits({ now, memberships: last_day, location: { time_zone: "America/Los_Angeles" } })).toBe(true);
  expect(reasonOf({ now, memberships: last_day, location: { time_zone: "Asia/Kolkata" } })).toBe("expired");
});

test.each([
  ["2026-03-05T04:59:59Z", null],
  ["2026-03-05T05:00:00Z", "frozen"],
  ["2026-03-13T03:59:59Z", "frozen"],
  ["2026-03-13T04:00:00Z", null],
] as const)("E16 a freeze from 5 to 12 Mar refuses on both days and on no other: %s", (now, reason) => {
  const freezes = [{ from_on: "2026-03-05", to_on: "2026-03-12" }];
  expect(reasonOf({ now, memberships: [membership({ freezes })] })).toBe(reason);
});

test("E16 a job that runs late changes nothing: the dates decide, not the status", () => {
  const past_freeze = [{ from_on: "2026-02-01", to_on: "2026-03-04" }];
  expect(admits({ memberships: [membership({ freezes: past_freeze })] })).toBe(true);
  expect(admits({ memberships: [membership({ ends_on: "2026-03-05" })] })).toBe(true);
  expect(reasonOf({ memberships: [membership({ ends_on: "2026-03-04" })] })).toBe("expired");
});

test("E16 a freeze without return date refuses until it is ended", () => {
  const freezes = [{ from_on: "2026-01-05", to_on: null }];
  expect(decideEntry(facts({ memberships: [membership({ freezes })] }))).toMatchObject({
    reason: "frozen",
    title: "Frozen",
  });
});

test("E16 a past or future freeze refuses no member", () => {
  const freezes = [
    { from_on: "2026-01-05", to_on: "2026-03-04" },
    { from_on: "2026-03-06", to_on: null },
  ];
  expect(admits({ memberships: [membership({ freezes })] })).toBe(true);
});

test("a membership cancelled at once admits up to the day before", () => {
  const cancelled = membership({ cancelled_on: "2026-03-05", ends_on: "2026-03-31" });
  expect(reasonOf({ memberships: [cancelled] })).toBe("cancelled");
  expect(admits({ now: "2026-03-04T22:42:00Z", memberships: [cancelled] })).toBe(true);
});

test("a membership cancelled to the end of its period admits through its last day", () => {
  const leaving = membership({ cancelled_on: "2026-03-06" });
  expect(admits({ memberships: [leaving] })).toBe(true);
  expect(reasonOf({ now: "2026-03-06T12:00:00Z", memberships: [leaving] })).toBe("cancelled");
  expect(reasonOf({ memberships: [membership({ cancelled_on: "2026-03-05" })] })).toBe("cancelled");
});

test("a membership that begins later has not started", () => {
  expect(decideEntry(facts({ memberships: [membership({ starts_on: "2026-03-06" })] }))).toMatchObject({
    reason: "not_started",
    title: "Starts on Mar 6",
  });
});
