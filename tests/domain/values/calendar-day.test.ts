import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonthsAnchored,
  ageOn,
  birthdayOn,
  calendarDay,
  compareDays,
  dayAt,
  daysBetween,
  endOfDay,
  startOfDay,
} from "@/lib/values/calendar-day";

const bills = (anchor_day: number, start: string, count: number, months: number): string[] =>
  Array.from({ length: count }, (_, index) => addMonthsAnchored(anchor_day, start, index * months));

test("C1 31 Jan bills 28 Feb, then 31 Mar, then 30 Apr", () => {
  expect(bills(31, "2027-01-31", 4, 1)).toEqual(["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
});

test("C1 31 Jan of a leap year bills 29 Feb", () => {
  expect(addMonthsAnchored(31, "2028-01-31", 1)).toBe("2028-02-29");
});

test("C2 a bill date clamped to 28 Feb still knows that it meant the 31st", () => {
  expect(addMonthsAnchored(31, "2027-02-28", 1)).toBe("2027-03-31");
});

test("C3 a yearly plan anchored on 29 Feb returns to the 29th in leap years", () => {
  expect(bills(29, "2028-02-29", 5, 12)).toEqual([
    "2028-02-29",
    "2029-02-28",
    "2030-02-28",
    "2031-02-28",
    "2032-02-29",
  ]);
});

test("C7 3 Aug 2026 to 3 Aug 2027 holds twelve monthly bills", () => {
  const dates = bills(3, "2026-08-03", 24, 1).filter((day) => compareDays(day, "2027-08-03") < 0);
  expect(dates).toHaveLength(12);
  expect(dates.at(-1)).toBe("2027-07-03");
});

test("C3 monthly bill dates always move forward and one falls into every month", () => {
  const start = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), start, fc.integer({ min: 0, max: 60 }), (anchor, date, months) => {
      const first = addMonthsAnchored(anchor, date.toISOString().slice(0, 10), months);
      const next = addMonthsAnchored(anchor, date.toISOString().slice(0, 10), months + 1);
      expect(daysBetween(first, next)).toBeGreaterThanOrEqual(28);
      expect(daysBetween(first, next)).toBeLessThanOrEqual(31);
    }),
  );
});

test("a billing day outside 1 to 31 is refused", () => {
  expect(() => addMonthsAnchored(32, "2027-01-31", 1)).toThrow("The billing day must be 1 to 31, not 32");
});

test("B4 one instant is already tomorrow in Kolkata and still yesterday in Los Angeles", () => {
  expect(dayAt("2026-03-08T01:30:00Z", "Asia/Kolkata")).toBe("2026-03-08");
  expect(dayAt("2026-03-08T01:30:00Z", "America/Los_Angeles")).toBe("2026-03-07");
  expect(dayAt("2026-03-08T18:30:00Z", "Asia/Kolkata")).toBe("2026-03-09");
});

test("B2 the day of the spring change in New York has 23 hours, the day of the autumn change 25", () => {
  expect([startOfDay("2026-03-08", "America/New_York"), endOfDay("2026-03-08", "America/New_York")]).toEqual([
    "2026-03-08T05:00:00Z",
    "2026-03-09T04:00:00Z",
  ]);
  expect([startOfDay("2026-11-01", "America/New_York"), endOfDay("2026-11-01", "America/New_York")]).toEqual([
    "2026-11-01T04:00:00Z",
    "2026-11-02T05:00:00Z",
  ]);
});

test("B3 a day whose midnight is skipped begins at one o'clock", () => {
  expect(startOfDay("2026-04-24", "Africa/Cairo")).toBe("2026-04-23T22:00:00Z");
  expect(dayAt("2026-04-23T21:59:59Z", "Africa/Cairo")).toBe("2026-04-23");
});

test("B8 who was born on 29 Feb is greeted on 28 Feb of an ordinary year and on the 29th of a leap year", () => {
  expect(birthdayOn("2004-02-29", "2027-02-28")).toBe(true);
  expect(birthdayOn("2004-02-29", "2027-03-01")).toBe(false);
  expect(birthdayOn("2004-02-29", "2028-02-29")).toBe(true);
  expect(birthdayOn("2004-02-29", "2028-02-28")).toBe(false);
});

test("J5 a person turns 18 on the local birthday and not a day earlier", () => {
  expect(ageOn("2008-03-09", "2026-03-08")).toBe(17);
  expect(ageOn("2008-03-09", "2026-03-09")).toBe(18);
});

test("J5 who was born on 29 Feb turns 18 on 1 Mar of an ordinary year", () => {
  expect(ageOn("2004-02-29", "2022-02-28")).toBe(17);
  expect(ageOn("2004-02-29", "2022-03-01")).toBe(18);
});

test("days are counted across the change of the clocks", () => {
  expect(addDays("2026-03-07", 2)).toBe("2026-03-09");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect(daysBetween("2026-03-05", "2026-03-10")).toBe(5);
  expect(daysBetween("2026-03-10", "2026-03-05")).toBe(-5);
  expect(compareDays("2026-03-05", "2026-03-10")).toBe(-1);
  expect(compareDays("2026-03-10", "2026-03-10")).toBe(0);
});

test.each(["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "2026-01-01T00:00", "", "03/08/2026", "2027-02-29"])(
  "a day that does not exist is refused: %s",
  (text) => {
    expect(calendarDay.safeParse(text).error?.issues[0]?.message).toBe("Enter a valid date, as 2026-03-08");
  },
);

test("29 Feb of a leap year is a day", () => {
  expect(calendarDay.parse("2028-02-29")).toBe("2028-02-29");
});
