import fc from "fast-check";
import { expect, test } from "vitest";
import { alwaysOpen, closesAt, isOpenAt, openingHours, opensAt, weekdays } from "@/lib/values/opening-hours";

const NEW_YORK = "America/New_York";
const workdays = { mon: [{ opens: "06:00", closes: "22:00" }], tue: [{ opens: "06:00", closes: "22:00" }] };
const night = { fri: [{ opens: "22:00", closes: "02:00" }], sat: [{ opens: "22:00", closes: "02:00" }] };

test.each([
  ["2026-03-09T09:59:59Z", false],
  ["2026-03-09T10:00:00Z", true],
  ["2026-03-10T01:59:59Z", true],
  ["2026-03-10T02:00:00Z", false],
  ["2026-03-11T16:00:00Z", false],
])("I8 hours from 06:00 to 22:00 hold from the first second to the last: %s", (instant, expected) => {
  expect(isOpenAt(workdays, instant, NEW_YORK)).toBe(expected);
});

test.each([
  ["2026-06-20T01:59:59Z", false],
  ["2026-06-20T02:00:00Z", true],
  ["2026-06-20T05:59:59Z", true],
  ["2026-06-20T06:00:00Z", false],
  ["2026-06-21T05:00:00Z", true],
  ["2026-06-22T05:00:00Z", false],
])("I8 hours from 22:00 to 02:00 cross midnight into a day without own hours: %s", (instant, expected) => {
  expect(isOpenAt(night, instant, NEW_YORK)).toBe(expected);
});

test("I8 a day that opens 24 hours has no second outside", () => {
  const only_sunday = { sun: "24h" as const };
  expect(isOpenAt(only_sunday, "2026-03-08T04:59:59Z", NEW_YORK)).toBe(false);
  expect(isOpenAt(only_sunday, "2026-03-08T05:00:00Z", NEW_YORK)).toBe(true);
  expect(isOpenAt(only_sunday, "2026-03-09T03:59:59Z", NEW_YORK)).toBe(true);
  expect(isOpenAt(only_sunday, "2026-03-09T04:00:00Z", NEW_YORK)).toBe(false);
});

test("I8 00:00 to 00:00 is a whole day", () => {
  const monday = { mon: [{ opens: "00:00", closes: "00:00" }] };
  expect(isOpenAt(monday, "2026-03-09T04:00:00Z", NEW_YORK)).toBe(true);
  expect(isOpenAt(monday, "2026-03-10T03:59:59Z", NEW_YORK)).toBe(true);
  expect(isOpenAt(monday, "2026-03-10T04:00:00Z", NEW_YORK)).toBe(false);
});

test("B2 on the day of the spring change 01:00 to 04:00 is two hours, in autumn four", () => {
  const sunday = { sun: [{ opens: "01:00", closes: "04:00" }] };
  expect(closesAt(sunday, "2026-03-08T06:00:00Z", NEW_YORK)).toBe("2026-03-08T08:00:00Z");
  expect(closesAt(sunday, "2026-11-01T05:00:00Z", NEW_YORK)).toBe("2026-11-01T09:00:00Z");
});

test("B3 an opening inside the skipped hour moves forward by the gap", () => {
  const sunday = { sun: [{ opens: "02:30", closes: "10:00" }] };
  expect(isOpenAt(sunday, "2026-03-08T07:15:00Z", NEW_YORK)).toBe(false);
  expect(isOpenAt(sunday, "2026-03-08T07:30:00Z", NEW_YORK)).toBe(true);
});

test("I12 closing time looks through windows that touch, over midnight", () => {
  const split = {
    mon: [
      { opens: "16:00", closes: "00:00" },
      { opens: "06:00", closes: "12:00" },
    ],
    tue: [{ opens: "00:00", closes: "03:00" }],
  };
  expect(closesAt(split, "2026-03-09T11:00:00Z", NEW_YORK)).toBe("2026-03-09T16:00:00Z");
  expect(closesAt(split, "2026-03-10T03:30:00Z", NEW_YORK)).toBe("2026-03-10T07:00:00Z");
});

test("I12 a gym that is closed, or never closes, has no closing time", () => {
  expect(closesAt(workdays, "2026-03-09T09:00:00Z", NEW_YORK)).toBeNull();
  expect(closesAt(alwaysOpen, "2026-03-09T09:00:00Z", NEW_YORK)).toBeNull();
  expect(closesAt({}, "2026-03-09T09:00:00Z", NEW_YORK)).toBeNull();
});

test("I12 a week of open days closes on the one evening that ends", () => {
  const all_but_sunday_night = { ...alwaysOpen, sun: [{ opens: "00:00", closes: "20:00" }] };
  expect(closesAt(all_but_sunday_night, "2026-03-10T15:00:00Z", NEW_YORK)).toBe("2026-03-16T00:00:00Z");
});

test("the next opening is found across closed days and in the next week", () => {
  expect(opensAt(workdays, "2026-03-09T09:00:00Z", NEW_YORK)).toBe("2026-03-09T10:00:00Z");
  expect(opensAt(workdays, "2026-03-11T09:00:00Z", NEW_YORK)).toBe("2026-03-16T10:00:00Z");
  expect(opensAt({ mon: [{ opens: "06:00", closes: "07:00" }] }, "2026-03-09T12:00:00Z", NEW_YORK)).toBe(
    "2026-03-16T10:00:00Z",
  );
  expect(opensAt(workdays, "2026-03-09T12:00:00Z", NEW_YORK)).toBeNull();
  expect(opensAt({}, "2026-03-09T12:00:00Z", NEW_YORK)).toBeNull();
});

test("I8 a gym is open exactly until its closing time, whatever its hours and zone", () => {
  const minute = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "15", "30", "45"));
  const time = minute.map(([hour, rest]) => `${String(hour).padStart(2, "0")}:${rest}`);
  const windows = fc.array(fc.record({ opens: time, closes: time }), { maxLength: 2 });
  const hours = fc.record(
    Object.fromEntries(weekdays.map((weekday) => [weekday, fc.oneof(fc.constant("24h" as const), windows)])),
  );
  const zone = fc.constantFrom(NEW_YORK, "Asia/Kolkata", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia");
  const instant = fc.date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(hours, zone, instant, (opening, where, when) => {
      const at = when.toISOString();
      const closes = closesAt(opening, at, where);
      if (closes === null) return;
      const before = new Date(Date.parse(closes) - 1000).toISOString();
      expect(isOpenAt(opening, at, where)).toBe(true);
      expect(isOpenAt(opening, before, where)).toBe(true);
      expect(isOpenAt(opening, closes, where)).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test.each([
  { mon: [{ opens: "6:00", closes: "22:00" }] },
  { mon: [{ opens: "06:00", closes: "24:00" }] },
  { monday: [{ opens: "06:00", closes: "22:00" }] },
  { mon: "closed" },
])("hours that are not wall times of a weekday are refused: %j", (hours) => {
  expect(openingHours.safeParse(hours).success).toBe(false);
});

test("a weekday that is left out is closed", () => {
  expect(openingHours.parse({ mon: "24h", tue: [] })).toEqual({ mon: "24h", tue: [] });
});
