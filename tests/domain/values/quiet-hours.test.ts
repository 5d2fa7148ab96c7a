import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { afterQuietHours } from "@/lib/values/quiet-hours";

const night = { quiet_hours_from: "21:00", quiet_hours_to: "08:00" };
const goesOut = (at: string, zone: string, hours = night) =>
  afterQuietHours(Temporal.Instant.from(at), zone, hours).toString();

test.each([
  ["2026-03-05T20:59:59Z", "2026-03-05T20:59:59Z"],
  ["2026-03-05T21:00:00Z", "2026-03-06T08:00:00Z"],
  ["2026-03-06T00:00:00Z", "2026-03-06T08:00:00Z"],
  ["2026-03-06T07:59:59Z", "2026-03-06T08:00:00Z"],
  ["2026-03-06T08:00:00Z", "2026-03-06T08:00:00Z"],
])("P6 advertising of %s goes out at %s", (at, expected) => {
  expect(goesOut(at, "UTC")).toBe(expected);
});

test("P6 the night is the location's own", () => {
  expect(goesOut("2026-03-05T20:00:00Z", "Asia/Kolkata")).toBe("2026-03-06T02:30:00Z");
  expect(goesOut("2026-03-05T20:00:00Z", "America/New_York")).toBe("2026-03-05T20:00:00Z");
});

test("P6 a night in which the clock changes ends at eight by the clock", () => {
  expect(goesOut("2026-03-28T22:00:00Z", "Europe/Berlin")).toBe("2026-03-29T06:00:00Z");
  expect(goesOut("2026-10-24T22:00:00Z", "Europe/Berlin")).toBe("2026-10-25T07:00:00Z");
});

test("P6 quiet that would end in the skipped hour ends after it, and in the repeated one with its second pass", () => {
  const early = { quiet_hours_from: "22:00", quiet_hours_to: "02:30" };
  expect(goesOut("2026-03-28T23:00:00Z", "Europe/Berlin", early)).toBe("2026-03-29T01:30:00Z");
  expect(goesOut("2026-10-24T23:00:00Z", "Europe/Berlin", early)).toBe("2026-10-25T01:30:00Z");
  expect(goesOut("2026-10-25T00:45:00Z", "Europe/Berlin", early)).toBe("2026-10-25T00:45:00Z");
});

test("P6 quiet hours may lie within a day, and the same hour twice is none", () => {
  expect(goesOut("2026-03-05T13:00:00Z", "UTC", { quiet_hours_from: "12:00", quiet_hours_to: "14:00" })).toBe(
    "2026-03-05T14:00:00Z",
  );
  expect(goesOut("2026-03-05T15:00:00Z", "UTC", { quiet_hours_from: "12:00", quiet_hours_to: "14:00" })).toBe(
    "2026-03-05T15:00:00Z",
  );
  expect(goesOut("2026-03-05T12:00:00Z", "UTC", { quiet_hours_from: "12:00", quiet_hours_to: "12:00" })).toBe(
    "2026-03-05T12:00:00Z",
  );
});
