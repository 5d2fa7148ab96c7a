import fc from "fast-check";
import { expect, test } from "vitest";
import { type DateFormat, dateFormatEvidence } from "@/lib/domain/imports/parse/date-format";
import { parseDate } from "@/lib/domain/imports/parse/parse-date";

/** The finding over a whole column. */
const detectDateFormat = (samples: Iterable<string>) => {
  const evidence = dateFormatEvidence();
  for (const sample of samples) evidence.add(sample);
  return evidence.finding();
};

const at = { latest_year: 2046 };

test.each([
  [["2026-03-08", "1994-05-17"], "iso", "2026-03-08"],
  [["08/03/2026", "25/08/2025"], "dmy", "25/08/2025"],
  [["03/08/2026", "08/25/2025"], "mdy", "08/25/2025"],
  [["13/12/2026"], "dmy", "13/12/2026"],
  [["12/13/2026"], "mdy", "12/13/2026"],
  [["12/12/2026"], "ambiguous", "12/12/2026"],
  [["08.03.2026"], "dmy", "08.03.2026"],
  [["8-3-26", "31-1-26 10:00"], "dmy", "31-1-26 10:00"],
  [["03/08/2026", "05/06/2025"], "ambiguous", "03/08/2026"],
  [["25/08/2025", "08/25/2025"], "mixed", "08/25/2025"],
  [["2026-03-08", "08/25/2025"], "mdy", "08/25/2025"],
  [["8 Mar 2026", "n/a", ""], "none", null],
  [["32/13/2026"], "none", null],
] as const)("X5 the dates %j are found to be %s", (samples, format, example) => {
  expect(detectDateFormat(samples)).toEqual({ format, example });
});

test("X5 one unambiguous date at the very end decides fifty thousand ambiguous ones", () => {
  function* column() {
    for (let row = 0; row < 50_000; row++) yield "03/08/2026";
    yield "31/01/2026";
  }
  expect(detectDateFormat(column()).format).toBe("dmy");
});

test.each([
  ["2026-03-08", "2026-03-08"],
  ["2026/3/8", "2026-03-08"],
  ["20260308", "2026-03-08"],
  ["2026-03-08T22:15:00Z", "2026-03-08"],
  ["2026-03-08 00:00:00", "2026-03-08"],
  ["8 Mar 2026", "2026-03-08"],
  ["8. März 2026", "2026-03-08"],
  ["March 8, 2026", "2026-03-08"],
  ["Sun 08-Mar-26", "2026-03-08"],
  ["8 de marzo de 2026", "2026-03-08"],
  ["1er août 2026", "2026-08-01"],
  ["8 मार्च 2026", "2026-03-08"],
  ["08.03.2026", "2026-03-08"],
  ["46089", "2026-03-08"],
  ["46089.5", "2026-03-08"],
  ["٨ Mar ٢٠٢٦", "2026-03-08"],
])("X5 %s is the same day whatever the order of the file", (text, expected) => {
  for (const format of ["iso", "dmy", "mdy"] as const) expect(parseDate(text, format, at)).toBe(expected);
});

test.each([
  ["08/03/2026", "dmy", "2026-03-08"],
  ["08/03/2026", "mdy", "2026-08-03"],
  ["8/3/26 10:30 PM", "dmy", "2026-03-08"],
  ["8-3-26", "mdy", "2026-08-03"],
  ["17/05/94", "dmy", "1994-05-17"],
  ["01/01/46", "dmy", "2046-01-01"],
  ["01/01/47", "dmy", "1947-01-01"],
] as const)("X5 %s in a file of %s dates is %s", (text, format, expected) => {
  expect(parseDate(text, format, at)).toBe(expected);
});

test.each([
  ["31/02/2026", "dmy"],
  ["25/08/2025", "mdy"],
  ["08/25/2025", "dmy"],
  ["29/02/2027", "dmy"],
  ["2026-13-01", "iso"],
  ["tomorrow", "dmy"],
  ["Mar 2026", "dmy"],
  ["", "iso"],
  ["1234", "iso"],
  ["12/2026", "dmy"],
] as const)("X5 %s in a file of %s dates is no day", (text, format) => {
  expect(parseDate(text, format, at)).toBeNull();
});

test("X5 every day is read back from each way of writing it", () => {
  const days = fc.date({ min: new Date("1950-01-01"), max: new Date("2045-12-31"), noInvalidDate: true });
  const formats = fc.constantFrom<DateFormat>("iso", "dmy", "mdy");
  fc.assert(
    fc.property(days, formats, fc.boolean(), (date, format, is_short) => {
      const day = date.toISOString().slice(0, 10);
      const [year = "", month = "", on = ""] = day.split("-");
      const y = is_short && format !== "iso" ? year.slice(2) : year;
      const text = { iso: day, dmy: `${on}/${month}/${y}`, mdy: `${month}/${on}/${y}` }[format];
      expect(parseDate(text, format, at)).toBe(day);
    }),
  );
});
