import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { nextTick, parseCron, ticksBetween } from "@/lib/values/cron";

function ticks(expression: string, after: string, count: number): string[] {
  const cron = parseCron(expression);
  const found: string[] = [];
  let at: Temporal.Instant | null = Temporal.Instant.from(after);
  while (at && found.length < count) {
    at = nextTick(cron, at);
    if (at) found.push(at.toString());
  }
  return found;
}

test.each([
  ["every minute", "* * * * *", "2026-03-05T09:59:30Z", ["2026-03-05T10:00:00Z", "2026-03-05T10:01:00Z"]],
  ["a tick lies after the moment, not on it", "0 9 * * *", "2026-03-05T09:00:00Z", ["2026-03-06T09:00:00Z"]],
  ["quarters of an hour", "*/15 * * * *", "2026-03-05T23:40:00Z", ["2026-03-05T23:45:00Z", "2026-03-06T00:00:00Z"]],
  [
    "lists, ranges and steps",
    "5,10-20/5 8 * * *",
    "2026-03-05T08:05:00Z",
    ["2026-03-05T08:10:00Z", "2026-03-05T08:15:00Z", "2026-03-05T08:20:00Z"],
  ],
  [
    "names of days; Sunday is 0 and 7",
    "0 1 * * SUN",
    "2026-03-05T00:00:00Z",
    ["2026-03-08T01:00:00Z", "2026-03-15T01:00:00Z"],
  ],
  ["Sunday as 7", "0 1 * * 7", "2026-03-05T00:00:00Z", ["2026-03-08T01:00:00Z"]],
  ["the first of the month", "0 0 1 * *", "2026-12-15T00:00:00Z", ["2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z"]],
  [
    "a day of the month or of the week where both are given",
    "0 0 13 * FRI",
    "2026-03-05T00:00:00Z",
    ["2026-03-06T00:00:00Z", "2026-03-13T00:00:00Z", "2026-03-20T00:00:00Z"],
  ],
  ["29 February waits for its year", "0 0 29 2 *", "2026-03-05T00:00:00Z", ["2028-02-29T00:00:00Z"]],
  [
    "a fixed hour that a clock change skips ticks once, at the change",
    "TZ=Europe/Berlin 30 2 * * *",
    "2026-03-28T12:00:00Z",
    ["2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"],
  ],
  [
    "a fixed hour that comes twice ticks the first time",
    "TZ=Europe/Berlin 30 2 * * *",
    "2026-10-24T12:00:00Z",
    ["2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"],
  ],
  [
    "an hourly tick follows real hours when the clocks go back",
    "TZ=Europe/Berlin 30 * * * *",
    "2026-10-24T23:31:00Z",
    ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"],
  ],
  [
    "and forward",
    "TZ=Europe/Berlin 30 * * * *",
    "2026-03-29T00:00:00Z",
    ["2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"],
  ],
  ["a zone of half hours", "TZ=Asia/Kolkata 0 9 * * *", "2026-03-05T00:00:00Z", ["2026-03-05T03:30:00Z"]],
])("a schedule ticks at its times: %s", (_what, expression, after, expected) => {
  expect(ticks(expression, after, expected.length)).toEqual(expected);
});

test.each([
  "",
  "* * * *",
  "60 * * * *",
  "* * 0 * *",
  "* * * 13 *",
  "5-1 * * * *",
  "*/0 * * * *",
  "@daily",
  "* * L * *",
])("an invalid cron expression is rejected:  `%s`", (expression) => {
  expect(() => parseCron(expression)).toThrow();
});

test("missed ticks are listed up to the limit, the latest ones, oldest first", () => {
  const cron = parseCron("0 * * * *");
  const between = ticksBetween(
    cron,
    Temporal.Instant.from("2026-03-05T00:00:00Z"),
    Temporal.Instant.from("2026-03-05T06:00:00Z"),
    3,
  );
  expect(between.map(String)).toEqual(["2026-03-05T04:00:00Z", "2026-03-05T05:00:00Z", "2026-03-05T06:00:00Z"]);
});
