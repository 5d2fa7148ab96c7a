import { expect, test } from "vitest";
import { inputTime, timeZone } from "@/lib/values/schemas/wall-time";
import { InvalidTime, localHour, parseInputTime } from "@/lib/values/wall-time";

test("B9 a time without offset is wall time at the location", () => {
  expect(parseInputTime("2025-01-15T10:00:00", "America/New_York")).toEqual({
    instant: "2025-01-15T15:00:00Z",
    was_local: true,
  });
  expect(parseInputTime("2025-01-15 10:00", "Asia/Kolkata").instant).toBe("2025-01-15T04:30:00Z");
});

test.each([
  ["2025-01-15T10:00:00Z", "2025-01-15T10:00:00Z"],
  ["2025-01-15T10:00:00+05:30", "2025-01-15T04:30:00Z"],
  ["2025-01-15T10:00:00.250-0500", "2025-01-15T15:00:00.25Z"],
  ["2025-01-15t10:00:00z", "2025-01-15T10:00:00Z"],
])("B9 a time with an offset is that instant wherever the location lies: %s", (text, instant) => {
  expect(parseInputTime(text, "America/Los_Angeles")).toEqual({ instant, was_local: false });
});

test("B3 a wall time that the spring change skips moves forward by the gap", () => {
  expect(parseInputTime("2026-03-08T02:30:00", "America/New_York").instant).toBe("2026-03-08T07:30:00Z");
  expect(parseInputTime("2026-10-04T02:15:00", "Australia/Lord_Howe").instant).toBe("2026-10-03T15:45:00Z");
});

test("B3 a wall time that the autumn change repeats means its first pass", () => {
  expect(parseInputTime("2026-11-01T01:30:00", "America/New_York").instant).toBe("2026-11-01T05:30:00Z");
  expect(parseInputTime("2026-11-01T01:30:00-05:00", "America/New_York").instant).toBe("2026-11-01T06:30:00Z");
});

test.each([
  "",
  "yesterday",
  "2025-01-15",
  "10:00",
  "15/01/2025 10:00",
  "2025-02-30T10:00:00",
  "2025-01-15T25:00:00",
  "2025-01-15T10:00:00+99:00",
  "2025-01-15T10:00:00[Europe/Paris]",
  "1736935200",
])("B9 a time that cannot be read is refused with the way to write it: %s", (text) => {
  expect(() => parseInputTime(text, "UTC")).toThrow(InvalidTime);
  expect(() => parseInputTime(text, "UTC")).toThrow("Write the time as 2025-01-15T10:00:00");
  expect(inputTime.safeParse(text).success).toBe(false);
});

test("B9 the shape of a time is checked before its location is known", () => {
  expect(inputTime.parse(" 2025-01-15T10:00:00 ")).toBe("2025-01-15T10:00:00");
  expect(inputTime.safeParse("2025-02-30T10:00:00").error?.issues[0]?.message).toContain("does not exist");
});

test("an unknown time zone is named as such", () => {
  expect(() => parseInputTime("2025-01-15T10:00:00", "Mars/Olympus")).toThrow("Mars/Olympus is not a time zone");
});

test.each([
  ["America/New_York", true],
  ["Asia/Kolkata", true],
  ["UTC", true],
  ["+05:30", false],
  ["EST5EDT4", false],
  ["", false],
])("a location's zone is a name of the time zone database: %s", (zone, expected) => {
  expect(timeZone.safeParse(zone).success).toBe(expected);
});

test("B4 the hour of a visit is the hour on the wall", () => {
  expect(localHour("2026-03-08T06:59:59Z", "America/New_York")).toBe(1);
  expect(localHour("2026-03-08T07:00:00Z", "America/New_York")).toBe(3);
  expect(localHour("2026-03-08T07:00:00Z", "Asia/Kolkata")).toBe(12);
});
