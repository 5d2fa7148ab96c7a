import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  addDays,
  addMonthsAnchored,
  ageOn,
  birthdayOn,
  calendarDayOf,
  daysBetween,
  utcMidnight,
  weekdayOf,
} from "@/lib/values/calendar-day";

const [FIRST, LAST] = [Temporal.PlainDate.from("1583-01-01"), Temporal.PlainDate.from("9999-12-31")];
const plainDate = fc.integer({ min: 0, max: FIRST.until(LAST).days }).map((days) => FIRST.add({ days }));
const errorOf = (run: () => unknown): string => {
  try {
    return `no error: ${run()}`;
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};

test("days are added and counted as Temporal does, in any year from 1583 to 9999", () => {
  fc.assert(
    fc.property(plainDate, plainDate, fc.integer({ min: -500_000, max: 500_000 }), (one, other, days) => {
      expect(addDays(one.toString(), days)).toBe(one.add({ days }).toString());
      expect(daysBetween(one.toString(), other.toString())).toBe(one.until(other, { largestUnit: "day" }).days);
      expect(weekdayOf(one.toString())).toBe(one.dayOfWeek);
      expect(utcMidnight(one.toString())).toBe(one.toZonedDateTime("UTC").epochMilliseconds);
    }),
    { numRuns: 300 },
  );
});

test("C1 months are added as Temporal does, whatever the anchor day", () => {
  const anchor = fc.integer({ min: 1, max: 31 });
  fc.assert(
    fc.property(plainDate, anchor, fc.integer({ min: -5000, max: 5000 }), (start, day, months) => {
      const month = start.toPlainYearMonth().add({ months });
      const expected = month.toPlainDate({ day: Math.min(day, month.daysInMonth) }).toString();
      expect(addMonthsAnchored(day, start.toString(), months)).toBe(expected);
    }),
    { numRuns: 300 },
  );
});

test("B8 birthdays and ages are those of Temporal", () => {
  fc.assert(
    fc.property(plainDate, fc.integer({ min: 0, max: 130 }), fc.integer({ min: -2, max: 2 }), (born, years, days) => {
      const day = born.add({ years }).add({ days });
      const birthday = born.with({ year: day.year }, { overflow: "constrain" });
      expect(birthdayOn(born.toString(), day.toString())).toBe(birthday.equals(day));
      // Temporal's years end on 28 Feb for a birth on 29 Feb; the law's end on 1 Mar.
      const full = day.since(born.month === 2 && born.day === 29 ? born.add({ days: 1 }) : born, {
        largestUnit: "year",
      });
      if (Temporal.PlainDate.compare(day, born) > 0) expect(ageOn(born.toString(), day.toString())).toBe(full.years);
    }),
    { numRuns: 300 },
  );
});

test("a day exists exactly if Temporal knows it", () => {
  const within = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(within(9999), within(13), within(32), (year, month, day) => {
      const known = () => Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
      const expected = errorOf(known).replace(/^no error: /, "");
      expect(calendarDayOf(year, month, day) ?? "none").toBe(expected.includes("Error") ? "none" : expected);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["9999-12-31", 1, "+010000-01-01"],
  ["+010000-01-01", -1, "9999-12-31"],
  ["0000-01-01", -1, "-000001-12-31"],
  ["-000001-12-31", 1, "0000-01-01"],
  ["0099-12-31", 1, "0100-01-01"],
  ["0999-12-31", 1, "1000-01-01"],
])("a year outside of 0 to 9999 has a sign and six digits: %s and %i days", (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
  expect(Temporal.PlainDate.from(day).add({ days }).toString()).toBe(expected);
});

test.each([
  ["2026-02-30", "RangeError: Invalid day: 30; must be between 1-28"],
  ["2024-02-30", "RangeError: Invalid day: 30; must be between 1-29"],
  ["2026-04-31", "RangeError: Invalid day: 31; must be between 1-30"],
  ["2026-13-01", "RangeError: Cannot parse: 2026-13-01"],
  ["2026-00-10", "RangeError: Cannot parse: 2026-00-10"],
  ["2026-1-1", "RangeError: Cannot parse: 2026-1-1"],
  ["26-01-01", "RangeError: Cannot parse: 26-01-01"],
  ["2026-01-32", "RangeError: Cannot parse: 2026-01-32"],
  ["-000000-01-01", "RangeError: Cannot parse: -000000-01-01"],
  ["+275760-09-14", "RangeError: Out-of-bounds date"],
  ["-271821-04-18", "RangeError: Out-of-bounds date"],
  ["", "RangeError: Cannot parse: "],
])("no arithmetic is done with %s", (text, expected) => {
  expect(errorOf(() => addDays(text, 0))).toBe(expected);
  expect(errorOf(() => daysBetween("2026-01-01", text))).toBe(expected);
  expect(errorOf(() => addMonthsAnchored(1, text, 0))).toBe(expected);
  expect(errorOf(() => Temporal.PlainDate.from(text))).toBe(expected);
});

test.each([
  [() => addDays("2026-01-01", 1.5), "RangeError: Non-integer days: 1.5"],
  [() => addDays("2026-01-01", Number.NaN), "RangeError: Non-finite days: NaN"],
  [() => addDays("2026-01-01", 1e9), "RangeError: Out-of-bounds date"],
  [() => addMonthsAnchored(1, "2026-01-01", 0.5), "RangeError: Non-integer months: 0.5"],
  [() => addMonthsAnchored(1, "2026-01-01", 1e7), "RangeError: Out-of-bounds date"],
])("a count that leads nowhere is refused: %s", (run, expected) => {
  expect(errorOf(run)).toBe(expected);
});
