import { expect, test } from "vitest";
import { billThrough, openMembership } from "@/lib/domain/billing/engine";
import { anytime, billed, brief, offPeak, opened, reached, sale } from "./sales";

test("C1 31 Jan bills 28 Feb, then 31 Mar, then 30 Apr", () => {
  expect(billed(opened("2026-01-31"), "2026-04-30")).toEqual([
    "2026-02-28/2026-03-30 5900",
    "2026-03-31/2026-04-29 5900",
    "2026-04-30/2026-05-30 5900",
  ]);
  expect(opened("2026-01-31").anchor_day).toBe(31);
});

test("C2 a bill on 28 Feb leaves the anchor at 31", () => {
  const state = reached(opened("2026-01-31"), "2026-02-28");
  expect([state.anchor_day, state.next_bill_on]).toEqual([31, "2026-03-31"]);
});

test("C3 periods of weeks, quarters, half years and years tile, also from 29 Feb", () => {
  const every = (interval_unit: "week" | "month" | "year", interval_count: number, until: string) =>
    billed(opened("2028-02-29", { term: { ...offPeak, interval_unit, interval_count } }), until);
  expect(every("week", 1, "2028-03-14")).toEqual(["2028-03-07/2028-03-13 5900", "2028-03-14/2028-03-20 5900"]);
  expect(every("month", 3, "2028-11-29")).toEqual([
    "2028-05-29/2028-08-28 5900",
    "2028-08-29/2028-11-28 5900",
    "2028-11-29/2029-02-27 5900",
  ]);
  expect(every("month", 6, "2029-02-28")).toEqual(["2028-08-29/2029-02-27 5900", "2029-02-28/2029-08-28 5900"]);
  expect(every("year", 1, "2032-02-29")).toEqual([
    "2029-02-28/2030-02-27 5900",
    "2030-02-28/2031-02-27 5900",
    "2031-02-28/2032-02-28 5900",
    "2032-02-29/2033-02-27 5900",
  ]);
});

test("C4 four weeks are 28 days, 13 bills a year", () => {
  const term = { ...offPeak, interval_unit: "week", interval_count: 4 } as const;
  const lines = billed(opened("2026-01-05", { term }), "2027-01-03");
  expect([lines.length + 1, lines[0], lines.at(-1)]).toEqual([
    13,
    "2026-02-02/2026-03-01 5900",
    "2026-12-07/2027-01-03 5900",
  ]);
});

test("C5 a fixed billing day prorates the first period by the length of the whole one", () => {
  const term = { ...offPeak, billing_day: 1 };
  const { state, lines } = openMembership(sale("2026-06-16", { term }));
  expect(lines.map(brief)).toEqual(["2026-06-16/2026-06-30 2950"]);
  expect(lines[0]?.facts).toEqual({
    ...{ why: "part_to_billing_day", billing_day: 1, number: 1, full_minor: 5900, days: 15, whole_days: 30 },
  });
  expect(billed(state, "2026-08-01")).toEqual(["2026-07-01/2026-07-31 5900", "2026-08-01/2026-08-31 5900"]);
});

test("C5 a fixed billing day at the end of the month falls on the last day of a shorter one", () => {
  const state = opened("2026-01-20", { term: { ...offPeak, billing_day: 31 } });
  expect(billed(state, "2026-03-31")).toEqual([
    "2026-01-31/2026-02-27 5900",
    "2026-02-28/2026-03-30 5900",
    "2026-03-31/2026-04-29 5900",
  ]);
});

test("C6 a sale before the start charges one whole period", () => {
  const { state, lines } = openMembership(sale("2026-06-01", { on: "2026-04-10" }));
  expect(lines.map(({ on, amount_minor, from_on }) => [on, amount_minor, from_on])).toEqual([
    ["2026-04-10", 5900, "2026-06-01"],
  ]);
  expect(state.next_bill_on).toBe("2026-07-01");
});

test("C7 3 Aug 2026 to 3 Aug 2027 bills 12 months", () => {
  const lines = billed(opened("2026-08-03"), "2027-08-02");
  expect([1 + lines.length, lines.at(-1)]).toEqual([12, "2027-07-03/2027-08-02 5900"]);
});

test("C8 a quarter at three monthly prices bills three times the rate, whatever its days", () => {
  const term = { ...offPeak, interval_count: 3, price_minor: 3 * 5900 };
  expect(billed(opened("2026-01-01", { term }), "2026-07-01")).toEqual([
    "2026-04-01/2026-06-30 17700",
    "2026-07-01/2026-09-30 17700",
  ]);
});

test("C9 a fraction of a minor unit is never charged", () => {
  const term = { ...anytime, price_minor: 10_001, billing_day: 1 };
  expect(openMembership(sale("2026-06-16", { term })).lines.map(brief)).toEqual(["2026-06-16/2026-06-30 5001"]);
});

test("C10 only the line is rounded, half up", () => {
  const term = { ...offPeak, price_minor: 100, billing_day: 1 };
  // 100 × 29 / 31 = 93.54…; a rounded day price of 3 would give 87.
  expect(openMembership(sale("2026-01-03", { term })).lines.map(brief)).toEqual(["2026-01-03/2026-01-31 94"]);
  const yen = { ...offPeak, price_minor: 8001, billing_day: 1 };
  expect(openMembership(sale("2026-06-16", { term: yen })).lines.map(brief)).toEqual(["2026-06-16/2026-06-30 4001"]);
});

test("C13 billing the same day twice bills once", () => {
  const { state, lines } = billThrough(opened("2026-01-31"), "2026-02-28");
  expect(lines.length).toBe(1);
  expect(billThrough(state, "2026-02-28")).toEqual({ state, lines: [] });
});

test("C14 days that were missed are billed once each, in order, with their own periods", () => {
  const term = { ...offPeak, interval_unit: "day", interval_count: 1 } as const;
  expect(billed(opened("2026-03-01", { term }), "2026-03-04")).toEqual([
    "2026-03-02/2026-03-02 5900",
    "2026-03-03/2026-03-03 5900",
    "2026-03-04/2026-03-04 5900",
  ]);
});

test("C16 a period of no price is one line of zero, and the next bill moves once", () => {
  const { state, lines } = billThrough(opened("2026-01-31", { term: { ...offPeak, price_minor: 0 } }), "2026-02-28");
  expect(lines.map(brief)).toEqual(["2026-02-28/2026-03-30 0"]);
  expect(billThrough(state, "2026-03-30")).toEqual({ state, lines: [] });
});

test("C17 three prepaid years are one line, and nothing is billed before they are over", () => {
  const term = { ...offPeak, interval_unit: "year", price_minor: 60_000 } as const;
  const { state, lines } = openMembership(sale("2028-02-29", { term, prepaid_periods: 3 }));
  expect(lines.map(brief)).toEqual(["2028-02-29/2031-02-27 180000"]);
  expect(lines[0]?.facts).toEqual({
    ...{ why: "prepaid", number: 1, full_minor: 180_000, intervals: 3, price_minor: 60_000 },
  });
  expect(state.next_bill_on).toBe("2031-02-28");
  expect(billed(state, "2031-02-28")).toEqual(["2031-02-28/2032-02-28 60000"]);
});
