import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { nextScheduled, type Place, tryOn, withinTryHours } from "@/lib/domain/dunning/schedule";
import { type Policies, policiesOf } from "@/lib/values/policies";

const at = (text: string) => Temporal.Instant.from(text);
const place = (time_zone: string, policies: Partial<Policies> = {}): Place => ({
  time_zone,
  policies: policiesOf({ policies }),
});
/** The tries after a first failure, in UTC. */
const triesFrom = (first_failed_on: string, where: Place, now: string): string[] =>
  [1, 2, 3, 4].flatMap((tries) => nextScheduled({ first_failed_on, tries }, at(now), where)?.toString() ?? []);

test("K3 the tries are 1, 4 and 11 days after the first failure, at 02:00 where the gym is", () => {
  expect(triesFrom("2026-11-23", place("America/New_York"), "2026-11-23T07:00:00Z")).toEqual([
    "2026-11-24T07:00:00Z",
    "2026-11-27T07:00:00Z",
    "2026-12-04T07:00:00Z",
  ]);
});

test("K3 an own schedule has as many tries as it has days, in any order", () => {
  const own = place("UTC", { dunning_days: [10, 2], dunning_try_time: "09:30" });
  expect(triesFrom("2026-03-01", own, "2026-03-01T12:00:00Z")).toEqual([
    "2026-03-03T09:30:00Z",
    "2026-03-11T09:30:00Z",
  ]);
});

test("B3 in the USA the try of the night that skips 02:00 is at 03:00, and of the repeated 01:30 it is the first", () => {
  expect(tryOn("2026-03-08", place("America/New_York")).toString()).toBe("2026-03-08T07:00:00Z");
  expect(tryOn("2026-03-09", place("America/New_York")).toString()).toBe("2026-03-09T06:00:00Z");
  const early = place("America/New_York", { dunning_try_time: "01:30", dunning_hours_from: "00:00" });
  expect(tryOn("2026-11-01", early).toString()).toBe("2026-11-01T05:30:00Z");
});

test("B3 in Europe the try of the night that skips 02:30 is at 03:30, and days keep their local hour", () => {
  const berlin = place("Europe/Berlin", { dunning_try_time: "02:30" });
  expect(tryOn("2026-03-29", berlin).toString()).toBe("2026-03-29T01:30:00Z");
  expect(triesFrom("2026-10-21", berlin, "2026-10-21T08:00:00Z")).toEqual([
    "2026-10-22T00:30:00Z",
    "2026-10-25T00:30:00Z",
    "2026-11-01T01:30:00Z",
  ]);
});

test("K22 a try outside the hours of tries waits for their next start", () => {
  const day = place("Europe/Berlin", { dunning_hours_from: "09:00", dunning_hours_to: "18:00" });
  expect(tryOn("2026-12-01", day).toString()).toBe("2026-12-01T08:00:00Z");
  expect(withinTryHours(at("2026-12-01T20:00:00Z"), day).toString()).toBe("2026-12-02T08:00:00Z");
  expect(withinTryHours(at("2026-12-01T12:00:00Z"), day).toString()).toBe("2026-12-01T12:00:00Z");
  const any = place("Europe/Berlin", { dunning_hours_from: "00:00", dunning_hours_to: "00:00" });
  expect(withinTryHours(at("2026-12-01T23:00:00Z"), any).toString()).toBe("2026-12-01T23:00:00Z");
});

test("K3 days that went by are made up for by one try at the next time", () => {
  const gym = place("UTC");
  expect(nextScheduled({ first_failed_on: "2026-11-01", tries: 1 }, at("2026-11-20T12:00:00Z"), gym)?.toString()).toBe(
    "2026-11-21T02:00:00Z",
  );
  expect(nextScheduled({ first_failed_on: "2026-11-01", tries: 1 }, at("2026-11-20T01:00:00Z"), gym)?.toString()).toBe(
    "2026-11-20T02:00:00Z",
  );
});
