import { expect, test } from "vitest";
import { interpretEntryTime } from "@/lib/domain/access/entry-rules/entry-time";

const received_at = "2026-03-05T22:42:00Z";
const interpret = (text: string) =>
  interpretEntryTime({ text, received_at, zone: "America/New_York", back_fill_hours: 24 });

test("B9 a time without offset is wall time at the location, one with an offset is that instant", () => {
  expect(interpret("2026-03-05T17:42:00")).toEqual({
    at: "2026-03-05T22:42:00Z",
    was_local: true,
    timing: "now",
    needs_permission: null,
  });
  expect(interpret("2026-03-05T22:42:00Z")).toEqual({
    at: "2026-03-05T22:42:00Z",
    was_local: false,
    timing: "now",
    needs_permission: null,
  });
});

test.each([
  ["2026-03-05T22:43:00Z", "now", null],
  ["2026-03-05T22:43:01Z", "future", "future"],
  ["2026-03-06T22:42:00Z", "future", "future"],
  ["2026-03-05T22:37:00Z", "now", null],
  ["2026-03-05T22:36:59Z", "back_dated", null],
  ["2026-03-04T22:42:00Z", "back_dated", null],
  ["2026-03-04T22:41:59Z", "back_dated", "older_than_back_fill"],
  ["2025-01-15T10:00:00", "back_dated", "older_than_back_fill"],
])("B9 %s is recognised as %s", (text, timing, needs_permission) => {
  expect(interpret(text)).toMatchObject({ timing, needs_permission });
});

test("B9 an unreadable time is rejected", () => {
  expect(() => interpret("half past five")).toThrow("Write the time as 2025-01-15T10:00:00");
});
