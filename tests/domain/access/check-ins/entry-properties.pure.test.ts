import fc from "fast-check";
import { expect, test } from "vitest";
import { decideEntry } from "@/lib/domain/access/entry-rules/decide";
import type { EntryFacts, EntryMembership } from "@/lib/domain/access/entry-rules/facts";
import { addDays, endOfDay, startOfDay } from "@/lib/values/calendar-day";
import { entryReasons } from "@/lib/values/entry-reasons";
import { membershipStatusOn } from "@/lib/values/membership-rules/status";
import type { MembershipStatus } from "@/lib/values/statuses";
import { CARLTON, FITZROY, facts, membership, visitAt } from "./entry-facts";

const zones = fc.constantFrom(
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Kolkata",
  "Europe/Berlin",
  "Africa/Cairo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/St_Johns",
);
const days = fc.integer({ min: -400, max: 400 }).map((offset) => addDays("2026-03-05", offset));
const near = fc.integer({ min: -3, max: 3 }).map((offset) => addDays("2026-03-05", offset));

const memberships: fc.Arbitrary<EntryMembership> = fc
  .record({
    id: fc.uuid(),
    plan_name: fc.constantFrom("Unlimited", "Classes 8"),
    starts_on: fc.oneof(near, days),
    ends_on: fc.oneof(fc.constant(null), near, days),
    cancelled_on: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, near),
    freezes: fc.array(fc.record({ from_on: near, to_on: fc.option(near) }), { maxLength: 2 }),
    location_ids: fc.constantFrom(null, [FITZROY], [CARLTON]),
    access_hours: fc.constantFrom(null, { thu: "24h" as const }, { thu: [{ opens: "22:00", closes: "02:00" }] }),
    overdue: fc.option(fc.record({ since_on: near, amount_minor: fc.nat(50000), currency: fc.constant("USD") })),
    quota: fc.option(
      fc.record({
        limit: fc.integer({ min: 1, max: 3 }),
        used: fc.integer({ min: 0, max: 3 }),
        used_today: fc.boolean(),
      }),
    ),
    limits: fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 3 }),
        of: fc.constantFrom("sessions", "days"),
        per: fc.constantFrom("week", "term"),
        from_on: fc.constant("2026-03-02"),
        to_on: fc.constant("2026-03-08"),
        used: fc.integer({ min: 0, max: 3 }),
        used_today: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
  })
  .map((one) => one as EntryMembership);

const visits = fc
  .integer({ min: 0, max: 300 })
  .chain((minutes) =>
    fc
      .constantFrom(FITZROY, CARLTON)
      .map((location_id) =>
        visitAt(new Date(Date.UTC(2026, 2, 5, 22, 42) - minutes * 60_000).toISOString(), location_id),
      ),
  );

const situations: fc.Arbitrary<EntryFacts> = fc
  .record({
    occupancy: fc.constantFrom(0, 139, 140),
    memberships: fc.array(memberships, { maxLength: 3 }),
    open_visit: fc.option(visits),
    location: fc.record({ time_zone: zones, opening_hours: fc.constantFrom(null, { thu: "24h" as const }, {}) }),
    credential: fc.record({
      kind: fc.constantFrom("qr", "card"),
      state: fc.constantFrom("ok", "ok", "ok", "ok", "revoked", "replayed"),
      used_by_visit_id: fc.constantFrom(null, "visit-1"),
    }),
    member: fc.record({
      waiver_signed_at: fc.constantFrom(null, "2025-08-25T12:00:00Z"),
      birth_on: fc.constantFrom(null, "1994-03-05", "2010-03-05"),
      ban: fc.constantFrom(null, null, null, { reason: "Theft" }),
    }),
    policy: fc.record({
      waiver: fc.constantFrom("off", "warn", "block"),
      guardian: fc.constantFrom("off", "warn", "block"),
      full_house: fc.constantFrom("off", "warn", "deny"),
      closed_entry: fc.constantFrom("off", "warn", "deny"),
      second_entry: fc.constantFrom("same_visit", "deny"),
      overdue_blocks: fc.constantFrom("membership", "person"),
    }),
  })
  .map((overrides) => facts(overrides as Parameters<typeof facts>[0]));

test("F6 one more valid membership never turns a member away who was let in", () => {
  fc.assert(
    fc.property(situations, (situation) => {
      fc.pre(decideEntry(situation).outcome === "allowed");
      const more = { ...situation, memberships: [...situation.memberships, membership({ id: "added" })] };
      expect(decideEntry(more).outcome).toBe("allowed");
    }),
    { numRuns: 200 },
  );
});

test("F6 the order in which memberships were read changes nothing", () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const turned = { ...situation, memberships: situation.memberships.toReversed() };
      expect(decideEntry(turned)).toEqual(decideEntry(situation));
    }),
    { numRuns: 200 },
  );
});

test("I5 the same facts give the same answer, in full, and are left as they were", () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const before = structuredClone(situation);
      const first = decideEntry(situation);
      expect(situation).toEqual(before);
      expect(decideEntry(structuredClone(situation))).toEqual(first);
      expect(first.tell_staff).not.toMatch(/undefined|null|NaN/);
      expect(first.tell_member).not.toMatch(/undefined|null|NaN/);
      expect(first.title).not.toMatch(/undefined|null|NaN|^$/);
      if (first.outcome === "denied") expect(entryReasons).toContain(first.reason);
    }),
    { numRuns: 200 },
  );
});

test("E16 on every day the door says what the status says: the dates decide both", () => {
  fc.assert(
    fc.property(memberships, near, (one, day) => {
      fc.pre(one.ends_on === null || one.starts_on <= one.ends_on);
      const membership = { ...one, overdue: null, quota: null, limits: [], location_ids: null, access_hours: null };
      const { reason } = decideEntry(facts({ now: `${day}T17:00:00Z`, memberships: [membership] }));
      expect(statusesAt[reason ?? "none"]).toContain(membershipStatusOn(membership, day));
    }),
    { numRuns: 200 },
  );
});

/** I5: of several reasons the entry decision gives the freeze first and the start last, the status a cancellation first. */
const statusesAt: Record<string, MembershipStatus[]> = {
  none: ["active"],
  frozen: ["frozen", "cancelled", "pending"],
  cancelled: ["cancelled"],
  expired: ["expired", "cancelled"],
  not_started: ["pending"],
};

test("B5 the last day admits to its last second and the next day from its first second no more, in every zone", () => {
  fc.assert(
    fc.property(days, zones, (ends_on, time_zone) => {
      const at = (now: string) =>
        decideEntry(
          facts({ now, location: { time_zone }, memberships: [membership({ starts_on: "2020-01-01", ends_on })] }),
        ).reason;
      const midnight = Date.parse(endOfDay(ends_on, time_zone));
      expect(at(new Date(midnight - 1000).toISOString())).toBeNull();
      expect(at(new Date(midnight).toISOString())).toBe("expired");
    }),
    { numRuns: 150 },
  );
});

test("E16 a freeze takes access at its first local second and gives it back after its last, in every zone", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 60 }), zones, (from_on, length, time_zone) => {
      const to_on = addDays(from_on, length);
      const frozen = membership({ starts_on: "2020-01-01", freezes: [{ from_on, to_on }] });
      const at = (now: number) =>
        decideEntry(facts({ now: new Date(now).toISOString(), location: { time_zone }, memberships: [frozen] })).reason;
      const [begins, ends] = [Date.parse(startOfDay(from_on, time_zone)), Date.parse(endOfDay(to_on, time_zone))];
      expect([at(begins - 1000), at(begins), at(ends - 1000), at(ends)]).toEqual([null, "frozen", "frozen", null]);
    }),
    { numRuns: 200 },
  );
});
