import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/values/calendar-day";
import { billDayFrom, periodStart, periodStartsBefore, periodsOf } from "@/lib/values/membership-term";

const monthly = { interval_unit: "month", interval_count: 1 } as const;
const yearly = { interval_unit: "year", interval_count: 1 } as const;

const starts = (start: string, anchor: number, interval: Parameters<typeof periodStart>[2], count: number) =>
  Array.from({ length: count }, (_, n) => periodStart(start, anchor, interval, n));

test("C1 a membership from 31 Jan bills on 28 Feb, then 31 Mar, then 30 Apr", () => {
  expect(starts("2026-01-31", 31, monthly, 4)).toEqual(["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]);
});

test("C1 in a leap year 31 Jan bills on 29 Feb", () => {
  expect(starts("2028-01-31", 31, monthly, 3)).toEqual(["2028-01-31", "2028-02-29", "2028-03-31"]);
});

test("C2 a bill that fell on 28 Feb does not make the 28th the billing day", () => {
  expect(billDayFrom("2026-02-28", 31, monthly, "2026-03-01")).toBe("2026-03-31");
  expect(billDayFrom("2026-02-28", 30, monthly, "2026-04-15")).toBe("2026-04-30");
});

test("C3 a yearly membership from 29 Feb bills on 28 Feb until the next leap year", () => {
  expect(starts("2024-02-29", 29, yearly, 5)).toEqual([
    "2024-02-29",
    "2025-02-28",
    "2026-02-28",
    "2027-02-28",
    "2028-02-29",
  ]);
});

test("C4 every four weeks is 28 days: 13 bills a year", () => {
  const four_weekly = { interval_unit: "week", interval_count: 4 } as const;
  expect(starts("2026-01-05", 5, four_weekly, 3)).toEqual(["2026-01-05", "2026-02-02", "2026-03-02"]);
  expect(periodStartsBefore("2026-01-05", four_weekly, "2027-01-04").length).toBe(13);
});

test("C7 3 Aug 2026 to 3 Aug 2027 bills 12 months, not 11", () => {
  const bills = periodStartsBefore("2026-08-03", monthly, "2027-08-03");
  expect([bills.length, bills[0], bills.at(-1)]).toEqual([12, "2026-08-03", "2027-07-03"]);
});

describe("C19 the end follows from the start", () => {
  const cases = [
    ["fixed_term", "month", 12, "2026-03-05", "2027-03-04"],
    ["fixed_term", "month", 12, "2026-03-31", "2027-03-30"],
    ["fixed_term", "month", 1, "2026-01-31", "2026-02-27"],
    ["fixed_term", "year", 3, "2024-02-29", "2027-02-27"],
    ["session_pack", "month", 6, "2026-03-05", "2026-09-04"],
    ["trial", "day", 7, "2026-03-05", "2026-03-11"],
    ["day_pass", "day", 1, "2026-03-05", "2026-03-05"],
    ["trial", "week", 2, "2026-12-28", "2027-01-10"],
  ] as const;
  test.each(cases)("C19 a %s of %s × %i from %s/%s", (kind, interval_unit, interval_count, starts_on, ends_on) => {
    expect(periodsOf(kind, { interval_unit, interval_count }, starts_on)).toMatchObject({
      ends_on,
      next_bill_on: null,
    });
  });

  test("C19 a recurring one has no end and a next bill", () => {
    expect(periodsOf("recurring", monthly, "2026-03-05")).toEqual({
      anchor_day: 5,
      ends_on: null,
      next_bill_on: "2026-04-05",
    });
  });
});

const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2080-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const interval = fc.record({
  interval_unit: fc.constantFrom("day", "week", "month", "year"),
  interval_count: fc.integer({ min: 1, max: 36 }),
} as const);

test("C3 periods tile: each begins after the one before, and month-long ones never skip a month", () => {
  fc.assert(
    fc.property(day, interval, (start, every) => {
      const anchor = Number(start.slice(8));
      const first = starts(start, anchor, every, 6);
      for (let n = 1; n < first.length; n++) expect(first[n]! > first[n - 1]!).toBe(true);
      if (every.interval_unit === "month" || every.interval_unit === "year") {
        const months = first.map((text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)));
        const step = every.interval_count * (every.interval_unit === "year" ? 12 : 1);
        expect(months.map((month, n) => month - months[0]! - n * step)).toEqual([0, 0, 0, 0, 0, 0]);
      }
    }),
  );
});

test("C19 no start whatever gives an end before it", () => {
  fc.assert(
    fc.property(day, interval, (start, every) => {
      const { ends_on } = periodsOf("fixed_term", every, start);
      expect(ends_on! >= start).toBe(true);
    }),
  );
});

test("C2 the billing day found from any bill is one of the membership's own", () => {
  fc.assert(
    fc.property(
      day,
      interval,
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 0, max: 900 }),
      (start, every, n, later) => {
        const anchor = Number(start.slice(8));
        const known = periodStart(start, anchor, every, n);
        const wanted = addDays(start, later);
        const found = billDayFrom(known, anchor, every, wanted);
        expect(found >= wanted || found === known).toBe(true);
        expect(periodStartsBefore(start, every, addDays(found, 1))).toContain(found);
      },
    ),
    { numRuns: 60 },
  );
});

test("C2 the first bill from a day on is found however long ago the known one was", () => {
  const anchor = fc.integer({ min: 1, max: 31 });
  fc.assert(
    fc.property(day, anchor, interval, fc.integer({ min: 1, max: 20_000 }), (known, on, every, later) => {
      const wanted = addDays(known, later);
      let expected = known;
      for (let n = 1; expected < wanted; n++) expected = periodStart(known, on, every, n);
      expect(billDayFrom(known, on, every, wanted)).toBe(expected);
    }),
  );
});
