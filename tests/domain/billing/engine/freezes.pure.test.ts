import { expect, test } from "vitest";
import {
  type BilledPeriod,
  type BillingState,
  billThrough,
  changeFreezeEnd,
  checkFreezeLimits,
  type FreezeFee,
  freezeMembership,
  keyOf,
  minTermEnd,
  removeFreeze,
} from "@/lib/domain/billing/engine";
import { codeOf } from "./refusals";
import { billed, brief, due, offPeak, opened, reached } from "./sales";

const free: FreezeFee = { mode: "none" };
const freeze = (from_on: string, to_on: string | null, fee: FreezeFee = free) => ({ from_on, to_on, fee });

/** Paid to 9 Feb: the next bill is on 10 Feb. */
const february = () => reached(opened("2025-11-10"), "2026-01-10");

test("E1 both days of a freeze are frozen: one day moves the bill by one", () => {
  const { state } = freezeMembership(february(), freeze("2026-01-20", "2026-01-20"), "2026-01-15");
  expect(state.next_bill_on).toBe("2026-02-11");
});

test("E2 next bill 10 Feb, frozen 3 to 28 Feb, back on 1 Mar: next bill 8 Mar", () => {
  const { state, lines } = freezeMembership(february(), freeze("2026-02-03", "2026-02-28"), "2026-02-01");
  expect([state.next_bill_on, state.anchor_day, lines]).toEqual(["2026-03-08", 8, []]);
  expect(billed(state, "2026-04-08")).toEqual(["2026-03-08/2026-04-07 5900", "2026-04-08/2026-05-07 5900"]);
});

test("E2 a freeze that begins on the day of the bill moves this bill", () => {
  const { state } = freezeMembership(february(), freeze("2026-02-10", "2026-02-19"), "2026-02-01");
  expect(billed(state, "2026-02-20")).toEqual(["2026-02-20/2026-03-19 5900"]);
});

test("E2 a freeze of the next period leaves this one", () => {
  const { state } = freezeMembership(february(), freeze("2026-02-11", "2026-02-20"), "2026-02-01");
  expect(billed(state, "2026-03-20")).toEqual(["2026-02-10/2026-03-09 5900", "2026-03-20/2026-04-19 5900"]);
});

test("E2 the end of a fixed term moves too", () => {
  const state = opened("2026-01-01", { kind: "fixed_term", term: { ...offPeak, interval_count: 12 } });
  expect(state.ends_on).toBe("2026-12-31");
  expect(freezeMembership(state, freeze("2026-02-03", "2026-02-28"), "2026-02-01").state.ends_on).toBe("2027-01-26");
});

test("E2 with a fixed billing day the days up to it are prorated, and the bill is on it again", () => {
  const state = reached(opened("2026-01-01", { term: { ...offPeak, billing_day: 1 } }), "2026-02-01");
  const frozen = freezeMembership(state, freeze("2026-02-03", "2026-02-18"), "2026-02-01").state;
  expect(billed(frozen, "2026-04-01")).toEqual(["2026-03-17/2026-03-31 2855", "2026-04-01/2026-04-30 5900"]);
});

test("E2 while a freeze has no end, nothing is billed; its end sets the next bill", () => {
  const open = freezeMembership(february(), freeze("2026-02-03", null), "2026-02-03").state;
  expect(open.next_bill_on).toBe(null);
  expect(billed(open, "2027-12-31")).toEqual([]);
  expect(changeFreezeEnd(open, "2026-02-03", "2026-02-28", "2026-03-01").state.next_bill_on).toBe("2026-03-08");
});

test("E3 an early return counts the days that were really frozen", () => {
  const frozen = freezeMembership(february(), freeze("2026-02-03", "2026-02-28"), "2026-02-01").state;
  const { state } = changeFreezeEnd(frozen, "2026-02-03", "2026-02-12", "2026-02-13");
  expect([state.next_bill_on, state.anchor_day]).toEqual(["2026-02-20", 20]);
  expect(state).toEqual(freezeMembership(february(), freeze("2026-02-03", "2026-02-12"), "2026-02-01").state);
});

test("E6 two freezes do not overlap, not even by a day", () => {
  const frozen = freezeMembership(february(), freeze("2026-02-03", "2026-02-12"), "2026-02-01").state;
  const again = (from_on: string, to_on: string | null) =>
    codeOf(() => freezeMembership(frozen, freeze(from_on, to_on), "2026-02-01"));
  expect([again("2026-02-12", "2026-02-20"), again("2026-01-20", null), again("2026-01-20", "2026-02-03")]).toEqual([
    "overlapping_freeze",
    "overlapping_freeze",
    "overlapping_freeze",
  ]);
  expect([again("2026-02-13", null), again("2026-01-20", "2026-02-02")]).toEqual(["accepted", "accepted"]);
});

test("E6 a longer freeze charges no second fee", () => {
  const fee = { mode: "one_off", amount_minor: 1000 } as const;
  const frozen = freezeMembership(february(), freeze("2026-02-03", "2026-02-12", fee), "2026-02-01").state;
  const paid = billThrough(frozen, "2026-02-03");
  expect(paid.lines.map(due)).toEqual(["freeze_fee 2026-02-03 1000"]);
  const longer = changeFreezeEnd(paid.state, "2026-02-03", "2026-02-28", "2026-02-10");
  expect(longer.lines).toEqual([]);
  expect(billThrough(longer.state, "2026-03-08").lines.map(due)).toEqual(["period 2026-03-08 5900"]);
});

test("E7 a reduced fee is charged per interval of the freeze, the last one for its days", () => {
  const fee = { mode: "reduced", amount_minor: 1400 } as const;
  const { state } = freezeMembership(february(), freeze("2026-02-03", "2026-03-12", fee), "2026-02-01");
  expect(billThrough(state, "2026-03-20").lines.map(due)).toEqual([
    "freeze_fee 2026-02-03 1400",
    // 10 of the 31 days from 3 Mar to 2 Apr
    "freeze_fee 2026-03-03 452",
    "period 2026-03-20 5900",
  ]);
});

test("E7 after an early return the fee for the other days is given back", () => {
  const fee = { mode: "reduced", amount_minor: 1400 } as const;
  const open = reached(freezeMembership(february(), freeze("2026-02-03", null, fee), "2026-02-01").state, "2026-02-10");
  const { lines, state } = changeFreezeEnd(open, "2026-02-03", "2026-02-16", "2026-02-17");
  expect(lines.map(due)).toEqual(["unused_days_credit 2026-02-17 -700"]);
  expect(lines.map(brief)).toEqual(["2026-02-17/2026-03-02 -700"]);
  expect(billThrough(state, "2026-02-24").lines.map(due)).toEqual(["period 2026-02-24 5900"]);
});

test("E7 a freeze that is taken back on its first day gives its fee back, and may be charged again", () => {
  const fee = { mode: "one_off", amount_minor: 1000 } as const;
  const freezing = (state: BillingState) =>
    billThrough(freezeMembership(state, freeze("2026-02-03", null, fee), "2026-02-03").state, "2026-02-03");
  const first = freezing(february());
  const removed = removeFreeze(first.state, "2026-02-03", "2026-02-03");
  const lines = [...first.lines, ...removed.lines, ...freezing(removed.state).lines];
  expect(lines.map(({ amount_minor }) => amount_minor)).toEqual([1000, -1000, 1000]);
  expect(lines.map(keyOf)).toEqual(["freeze_fee 2026-02-03 0", "unused_days_credit fee 0", "freeze_fee 2026-02-03 1"]);
});

test("E7 with the full fee, periods are billed as if there were no freeze", () => {
  const { state } = freezeMembership(february(), freeze("2026-02-03", null, { mode: "full" }), "2026-02-01");
  expect(billed(state, "2026-03-10")).toEqual(["2026-02-10/2026-03-09 5900", "2026-03-10/2026-04-09 5900"]);
});

test("E8 a period that began before the freeze stays charged", () => {
  const { state, lines } = freezeMembership(february(), freeze("2026-01-11", "2026-02-05"), "2026-01-11");
  expect([lines, state.billed.amount_minor, state.next_bill_on]).toEqual([[], 5900, "2026-03-08"]);
});

test("E9 days frozen afterwards extend the current period; those of an earlier period become a credit", () => {
  const state = reached(opened("2026-01-01"), "2026-02-01");
  const january: BilledPeriod = opened("2026-01-01").billed;
  const frozen = freezeMembership(state, freeze("2026-01-22", "2026-02-07"), "2026-02-10", [january]);
  expect(frozen.lines.map(due)).toEqual(["unused_days_credit 2026-02-10 -1903"]);
  expect(frozen.lines.map(brief)).toEqual(["2026-01-22/2026-01-31 -1903"]);
  expect(frozen.state.next_bill_on).toBe("2026-03-08");
});

test("E10 frozen days extend the minimum term, where they count", () => {
  const extends_it = opened("2026-01-01", { min_term_months: 12 });
  const does_not = opened("2026-01-01", { min_term_months: 12, freeze_extends_min_term: false });
  const ends = [extends_it, does_not].map((state) =>
    minTermEnd(freezeMembership(state, freeze("2026-02-03", "2026-02-28"), "2026-02-01").state),
  );
  expect(ends).toEqual(["2027-01-26", "2026-12-31"]);
});

test("E13 the expiry of a pack moves with a freeze, if packs can be frozen", () => {
  const pack = { kind: "session_pack", term: { ...offPeak, interval_count: 6 } } as const;
  const frozen = freezeMembership(
    opened("2026-01-01", { ...pack, pack_freezable: true }),
    freeze("2026-02-03", "2026-02-28"),
    "2026-02-01",
  );
  expect(frozen.state.ends_on).toBe("2026-07-26");
  expect(codeOf(() => freezeMembership(opened("2026-01-01", pack), freeze("2026-02-03", null), "2026-02-01"))).toBe(
    "not_freezable",
  );
});

test("E3 a freeze that has not begun can be taken back; one that has begun ends instead", () => {
  const frozen = freezeMembership(february(), freeze("2026-02-03", "2026-02-28"), "2026-02-01").state;
  expect(removeFreeze(frozen, "2026-02-03", "2026-02-03").state).toEqual(february());
  expect(codeOf(() => removeFreeze(frozen, "2026-02-03", "2026-02-04"))).toBe("freeze_begun");
  expect(removeFreeze(frozen, "2026-02-03", "2026-02-04", { undo: true }).state).toEqual(february());
});

test("E5 the limits of a freeze: length, days of a year, notice, an end", () => {
  const limits = { min_days: 7, max_days: 60, max_days_per_year: 90, notice_days: 3, open_ended: false };
  const year = freezeMembership(february(), freeze("2026-03-01", "2026-04-29"), "2026-02-01").state;
  const check = (from_on: string, to_on: string | null, on = "2026-02-01") =>
    codeOf(() => checkFreezeLimits(year, freeze(from_on, to_on), on, limits));
  expect(check("2026-05-01", "2026-05-06")).toBe("below_min_freeze");
  expect(check("2026-05-01", "2026-05-07")).toBe("accepted");
  expect(check("2027-05-01", "2027-06-29")).toBe("accepted");
  expect(check("2027-05-01", "2027-06-30")).toBe("above_max_freeze");
  // 60 days were frozen from March on.
  expect(check("2026-06-01", "2026-06-30")).toBe("accepted");
  expect(check("2026-06-01", "2026-07-01")).toBe("above_yearly_freeze");
  expect(check("2027-02-01", "2027-03-02")).toBe("accepted");
  expect(check("2026-05-01", "2026-05-07", "2026-04-29")).toBe("freeze_needs_notice");
  expect(check("2026-05-01", null)).toBe("freeze_needs_end");
});
