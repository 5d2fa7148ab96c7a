import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { dueRuns, nextRun } from "@/lib/domain/platform/schedules/due-days";

const daily = (local_time: string) => ({ is_on: true, local_time, weekday: null, effective_at: null });
const mondays = (local_time: string) => ({ ...daily(local_time), weekday: 1 });
const at = (iso: string) => Temporal.Instant.from(iso);
const opened = "2026-01-01T12:00:00Z";
const newYork = { time_zone: "America/New_York", created_at: opened };
const kolkata = { time_zone: "Asia/Kolkata", created_at: opened };

describe("the hour", () => {
  test("R9 a schedule is due when its hour strikes at the place, not before", () => {
    const due = (now: string) => dueRuns(daily("08:00"), newYork, "2026-02-09", at(now));
    expect(due("2026-02-10T12:59:59Z")).toEqual([]);
    expect(due("2026-02-10T13:00:00Z")).toEqual(["2026-02-10"]);
  });

  test("B4 the same hour strikes in Kolkata half a day before New York", () => {
    const now = at("2026-02-10T02:30:00Z");
    expect(dueRuns(daily("08:00"), kolkata, "2026-02-09", now)).toEqual(["2026-02-10"]);
    expect(dueRuns(daily("08:00"), newYork, "2026-02-09", now)).toEqual([]);
  });

  test("a day that was run is not due again", () => {
    expect(dueRuns(daily("08:00"), newYork, "2026-02-10", at("2026-02-10T23:00:00Z"))).toEqual([]);
  });

  test("a schedule for Mondays is due on Mondays only", () => {
    const due = (now: string) => dueRuns(mondays("10:00"), newYork, "2026-02-02", at(now));
    expect(due("2026-02-08T23:00:00Z")).toEqual([]);
    expect(due("2026-02-09T15:00:00Z")).toEqual(["2026-02-09"]);
  });

  test("what is switched off is never due", () => {
    expect(dueRuns({ ...daily("08:00"), is_on: false }, newYork, "2026-02-01", at("2026-02-10T23:00:00Z"))).toEqual([]);
  });
});

describe("the days on which the clocks change", () => {
  test("B3 an hour that is skipped strikes later by the gap, once", () => {
    const due = (now: string) => dueRuns(daily("02:30"), newYork, "2026-03-07", at(now));
    expect(due("2026-03-08T07:29:59Z")).toEqual([]);
    expect(due("2026-03-08T07:30:00Z")).toEqual(["2026-03-08"]);
  });

  test("B3 of an hour that is repeated the first counts, and the second finds the day done", () => {
    expect(dueRuns(daily("01:30"), newYork, "2026-10-31", at("2026-11-01T05:29:59Z"))).toEqual([]);
    expect(dueRuns(daily("01:30"), newYork, "2026-10-31", at("2026-11-01T05:30:00Z"))).toEqual(["2026-11-01"]);
    expect(dueRuns(daily("01:30"), newYork, "2026-11-01", at("2026-11-01T06:30:00Z"))).toEqual([]);
  });

  test("B1 8 o'clock stays 8 o'clock on both sides", () => {
    const at8 = (on: string, last: string) => nextRun(daily("08:00"), newYork, last, at(`${on}T05:00:00Z`))?.at;
    expect(at8("2026-03-07", "2026-03-06")).toBe("2026-03-07T13:00:00Z");
    expect(at8("2026-03-08", "2026-03-07")).toBe("2026-03-08T12:00:00Z");
    expect(at8("2026-11-01", "2026-10-31")).toBe("2026-11-01T13:00:00Z");
  });

  test("a day that a zone leaves out is neither lost nor run twice", () => {
    const samoa = { time_zone: "Pacific/Apia", created_at: "2011-06-01T00:00:00Z" };
    expect(dueRuns(daily("08:00"), samoa, "2011-12-29", at("2011-12-30T18:00:00Z"))).toEqual([
      "2011-12-30",
      "2011-12-31",
    ]);
  });
});

describe("days that were missed", () => {
  test("C14 after three days without a clock the missed days come first, in order", () => {
    expect(dueRuns(daily("08:00"), newYork, "2026-02-06", at("2026-02-10T13:05:00Z"))).toEqual([
      "2026-02-07",
      "2026-02-08",
      "2026-02-09",
      "2026-02-10",
    ]);
  });

  test("what was missed more than seven days ago stays missed", () => {
    expect(dueRuns(daily("08:00"), newYork, "2026-01-05", at("2026-02-10T12:00:00Z"))).toEqual([
      "2026-02-03",
      "2026-02-04",
      "2026-02-05",
      "2026-02-06",
      "2026-02-07",
      "2026-02-08",
      "2026-02-09",
    ]);
  });

  test("a missed Monday is made up for on Thursday", () => {
    expect(dueRuns(mondays("10:00"), newYork, "2026-02-02", at("2026-02-12T12:00:00Z"))).toEqual(["2026-02-09"]);
  });

  test("a new place begins on its first day, also when the clock stood still on it", () => {
    const place = { ...newYork, created_at: "2026-02-08T15:00:00Z" };
    expect(dueRuns(daily("08:00"), place, null, at("2026-02-10T14:00:00Z"))).toEqual([
      "2026-02-08",
      "2026-02-09",
      "2026-02-10",
    ]);
  });

  test("a schedule that an old gym never had begins today", () => {
    expect(dueRuns(daily("08:00"), newYork, null, at("2026-02-10T14:00:00Z"))).toEqual(["2026-02-10"]);
    expect(dueRuns(daily("08:00"), newYork, null, at("2026-02-10T12:00:00Z"))).toEqual([]);
  });
});

describe("settings that change", () => {
  test("a schedule that is switched on again begins that day and makes up for none of the days before", () => {
    const timing = { ...daily("08:00"), effective_at: "2026-02-10T16:00:00Z" };
    expect(dueRuns(timing, newYork, "2026-02-05", at("2026-02-10T16:05:00Z"))).toEqual(["2026-02-10"]);
  });

  test("an hour that is moved on the same day does not run the day twice", () => {
    expect(dueRuns(daily("08:00"), newYork, "2026-02-09", at("2026-02-10T13:00:00Z"))).toEqual(["2026-02-10"]);
    expect(dueRuns(daily("12:00"), newYork, "2026-02-10", at("2026-02-10T18:00:00Z"))).toEqual([]);
    expect(nextRun(daily("12:00"), newYork, "2026-02-10", at("2026-02-10T16:00:00Z"))?.on).toBe("2026-02-11");
  });

  test("a weekday that is changed runs no day that has already gone by", () => {
    const timing = { ...mondays("10:00"), effective_at: "2026-02-11T15:00:00Z" };
    expect(dueRuns(timing, newYork, "2026-02-06", at("2026-02-11T15:05:00Z"))).toEqual([]);
    expect(nextRun(timing, newYork, "2026-02-06", at("2026-02-11T15:05:00Z"))?.on).toBe("2026-02-16");
  });

  test("B6 a place that moves to another zone neither repeats nor skips a day", () => {
    expect(dueRuns(daily("08:00"), newYork, "2026-02-10", at("2026-02-10T20:00:00Z"))).toEqual([]);
    expect(dueRuns(daily("08:00"), newYork, "2026-02-10", at("2026-02-11T13:00:00Z"))).toEqual(["2026-02-11"]);
    expect(dueRuns(daily("08:00"), kolkata, "2026-02-10", at("2026-02-11T02:30:00Z"))).toEqual(["2026-02-11"]);
  });
});

describe("the next run", () => {
  test("is today's while its hour has not struck, tomorrow's after it", () => {
    expect(nextRun(daily("08:00"), kolkata, "2026-02-09", at("2026-02-10T02:00:00Z"))).toEqual({
      on: "2026-02-10",
      at: "2026-02-10T02:30:00Z",
    });
    expect(nextRun(daily("08:00"), kolkata, "2026-02-10", at("2026-02-10T03:00:00Z"))).toEqual({
      on: "2026-02-11",
      at: "2026-02-11T02:30:00Z",
    });
  });

  test("is the missed one while it waits", () => {
    expect(nextRun(daily("08:00"), kolkata, "2026-02-07", at("2026-02-10T03:00:00Z"))?.on).toBe("2026-02-08");
  });

  test("is none while the schedule is off", () => {
    expect(nextRun({ ...daily("08:00"), is_on: false }, kolkata, null, at("2026-02-10T03:00:00Z"))).toBeNull();
  });
});
