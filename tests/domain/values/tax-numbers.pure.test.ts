import fc from "fast-check";
import { expect, test } from "vitest";
import { documentNumber, documentNumberProblem } from "@/lib/values/tax/document-number";
import {
  checkSeries,
  numberOf,
  resetsAllowed,
  type SeriesPattern,
  seriesKeyOf,
} from "@/lib/values/tax/document-series";
import { financialYearOf } from "@/lib/values/tax/financial-year";

test.each([
  ["2026-03-31", 4, "2025-26"],
  ["2026-04-01", 4, "2026-27"],
  ["2027-01-15", 4, "2026-27"],
  ["2099-04-01", 4, "2099-00"],
  ["2026-01-01", 1, "2026"],
  ["2026-12-31", 1, "2026"],
  ["2026-06-30", 7, "2025-26"],
])("L3 %s with years from month %i is in %s", (day, start_month, expected) => {
  expect(financialYearOf(day, start_month)).toBe(expected);
});

test("L3 a year that begins in no month is refused", () => {
  expect(() => financialYearOf("2026-01-01", 13)).toThrow("month from 1 to 12");
  expect(() => financialYearOf("2026-02-30", 4)).toThrow(RangeError);
});

test.each([
  [{ prefix: "INV", financial_year: null, sequence: 24402, digits: 0 }, "INV-24402"],
  [{ prefix: "SHK", financial_year: "2026-27", sequence: 123, digits: 6 }, "SHK/26-27/000123"],
  [{ prefix: "CN", financial_year: "2026", sequence: 7, digits: 4 }, "CN/2026/0007"],
  [{ prefix: "SHK", financial_year: "2026-27", month: 4, sequence: 123, digits: 4 }, "SHK/26-27/04/0123"],
  [{ prefix: "", financial_year: null, sequence: 7, digits: 6 }, "000007"],
  [{ prefix: "INV", financial_year: null, sequence: 1_000_000, digits: 3 }, "INV-1000000"],
])("L3 %j is numbered %s", (parts, expected) => {
  expect(documentNumber(parts)).toBe(expected);
});

test.each([0, -1, 1.5])("L3 a series has no number %s", (sequence) => {
  expect(() => documentNumber({ prefix: "INV", financial_year: null, sequence, digits: 0 })).toThrow(
    "not a number of a series",
  );
});

test.each([
  ["SHK/26-27/000123", "IN", null],
  [
    "INV_1",
    "IN",
    "In India a document number has only letters, digits, hyphens and slashes. INV_1 has other characters.",
  ],
  ["000001", "IN", "In India a document number begins with a letter or with a digit above 0. 000001 does not."],
  ["SHKX/26-27/000123", "IN", "In India a document number has at most 16 characters. SHKX/26-27/000123 has 17."],
  ["Rechnung Nr. 2026/000000000123", "DE", null],
])("L3 %s in %s", (number, country, expected) => {
  expect(documentNumberProblem(number, country)).toBe(expected);
});

const series = (more: Partial<SeriesPattern> = {}): SeriesPattern => ({
  prefix: "SHK",
  shows_financial_year: true,
  shows_month: false,
  start_month: 4,
  digits: 6,
  reset: "financial_year",
  ...more,
});

test.each([
  ["the usual one of India", series(), "IN", null],
  [
    "few digits, but a number that can grow to 17 characters",
    series({ prefix: "ABCD", digits: 1 }),
    "IN",
    "In India a document number has at most 16 characters. ABCD/98-99/999999 has 17.",
  ],
  ["the same one elsewhere", series({ prefix: "ABCD", digits: 1 }), "DE", null],
  [
    "year and month in India",
    series({ shows_month: true }),
    "IN",
    "In India a document number has at most 16 characters. SHK/98-99/12/000001 has 19.",
  ],
  [
    "an umlaut in India",
    series({ prefix: "SÜ" }),
    "IN",
    "In India a document number has only letters, digits, hyphens and slashes. SÜ/98-99/000001 has other characters.",
  ],
  [
    "a zero at the start in India",
    series({ prefix: "", shows_financial_year: false, reset: "never" }),
    "IN",
    "In India a document number begins with a letter or with a digit above 0. 000001 does not.",
  ],
  [
    "a separator at the end",
    series({ prefix: "INV-" }),
    "US",
    "Leave out the separator at the end of the prefix. It is added.",
  ],
  ["a space at the end", series({ prefix: "INV " }), "US", "Remove spaces around the prefix and invisible characters."],
  ["a line break", series({ prefix: "IN\nV" }), "US", "Remove spaces around the prefix and invisible characters."],
  ["a long prefix", series({ prefix: "A".repeat(21) }), "US", "A prefix has at most 20 characters."],
  ["too many digits", series({ digits: 13 }), "US", "Give a number of digits from 0 to 12."],
  [
    "a yearly counter without the year",
    series({ shows_financial_year: false }),
    "US",
    "The counter can begin again each year only if the number shows the year.",
  ],
  [
    "a monthly counter without the month",
    series({ reset: "month" }),
    "US",
    "The counter can begin again each month only if the number shows the year and the month.",
  ],
  [
    "a monthly counter without the year",
    series({ reset: "month", shows_financial_year: false, shows_month: true }),
    "US",
    "The counter can begin again each month only if the number shows the year and the month.",
  ],
  ["a monthly counter with both", series({ reset: "month", shows_month: true }), "US", null],
])("L3 a series is checked: %s", (_case, pattern, country, expected) => {
  expect(checkSeries(pattern, country)).toBe(expected);
});

test("L4 a counter begins again only with what the number shows", () => {
  const allowed = (shows_financial_year: boolean, shows_month: boolean) =>
    resetsAllowed({ shows_financial_year, shows_month });
  expect(allowed(false, false)).toEqual(["never"]);
  expect(allowed(false, true)).toEqual(["never"]);
  expect(allowed(true, false)).toEqual(["never", "financial_year"]);
  expect(allowed(true, true)).toEqual(["never", "financial_year", "month"]);
});

test("L3 an Indian series is new on 1 April", () => {
  const key = (day: string, pattern = series()) =>
    seriesKeyOf({ legal_entity_id: "e1", document: "invoice" }, pattern, day);
  expect(key("2026-03-31")).toEqual({
    legal_entity_id: "e1",
    document: "invoice",
    financial_year: "2025-26",
    month: null,
  });
  expect(key("2026-04-01").financial_year).toBe("2026-27");
  expect(key("2026-04-01", series({ reset: "never" })).financial_year).toBe("");
  expect(key("2026-05-09", series({ reset: "month" }))).toMatchObject({ financial_year: "2026-27", month: 5 });
});

test("L4 documents of an allowed pattern with different keys or sequences have different numbers", () => {
  const pattern = fc.record({
    prefix: fc.constantFrom("", "A", "SHK"),
    shows_financial_year: fc.boolean(),
    shows_month: fc.boolean(),
    start_month: fc.constantFrom(1, 4),
    digits: fc.integer({ min: 0, max: 6 }),
    reset: fc.constantFrom("never" as const, "financial_year" as const, "month" as const),
  });
  const day = fc
    .tuple(fc.integer({ min: 2024, max: 2028 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${`${month}`.padStart(2, "0")}-15`);
  const one = fc.record({ day, sequence: fc.integer({ min: 1, max: 30 }) });
  fc.assert(
    fc.property(pattern, one, one, (chosen, a, b) => {
      fc.pre(checkSeries(chosen, "US") === null);
      const key = (on: string) =>
        JSON.stringify(seriesKeyOf({ legal_entity_id: "e1", document: "invoice" }, chosen, on));
      const is_same = a.sequence === b.sequence && key(a.day) === key(b.day);
      return is_same || numberOf(chosen, a.day, a.sequence) !== numberOf(chosen, b.day, b.sequence);
    }),
    { numRuns: 10_000 },
  );
});
