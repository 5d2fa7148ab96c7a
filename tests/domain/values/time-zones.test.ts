import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dayAt, startOfDay } from "@/lib/values/calendar-day";
import { localDateTime, localHour, localTimeWithOffset, parseInputTime } from "@/lib/values/wall-time";
import { instantOfWall, offsetAt } from "@/lib/values/zone-offset";
import { sized } from "@/tests/support/soak";

const zones = Intl.supportedValuesOf("timeZone");
const zone = fc.constantFrom(...zones, "UTC", "GMT", "Asia/Calcutta", "europe/berlin");
const msOf = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const HOUR_MS = 3_600_000;

/** The same questions, answered by the product and by Temporal. */
function expectLikeTemporal(epoch_ms: number, where: string): void {
  const instant = Temporal.Instant.fromEpochMilliseconds(epoch_ms);
  const local = instant.toZonedDateTimeISO(where);
  const text = instant.toString();
  expect(dayAt(text, where)).toBe(local.toPlainDate().toString());
  expect(localHour(text, where)).toBe(local.hour);
  expect(localDateTime(text, where)).toBe(local.toPlainDateTime().toString().slice(0, 16));
  expect(localTimeWithOffset(text, where)).toBe(instant.toString({ timeZone: where }));
  expect(startOfDay(dayAt(text, where), where)).toBe(local.startOfDay().toInstant().toString());
}

/** Wall times that exist once, twice and not at all. */
function expectWallLikeTemporal(wall: Temporal.PlainDateTime, where: string): void {
  const instantOf = (disambiguation: "compatible" | "later") =>
    wall.toZonedDateTime(where, { disambiguation }).toInstant();
  const text = wall.toString();
  expect(parseInputTime(text, where)).toEqual({ instant: instantOf("compatible").toString(), was_local: true });
  expect(instantOfWall(where, msOf(`${text}Z`), "last")).toBe(instantOf("later").epochMilliseconds);
  const day = wall.toPlainDate();
  expect(startOfDay(day.toString(), where)).toBe(day.toZonedDateTime(where).toInstant().toString());
}

test("B4 any instant has the local day, hour and offset of Temporal, in every zone", () => {
  const seconds = fc.integer({ min: msOf("1583-01-01T00:00:00Z") / 1000, max: msOf("9999-12-30T00:00:00Z") / 1000 });
  const recent = fc.integer({ min: msOf("1970-01-01T00:00:00Z"), max: msOf("2050-01-01T00:00:00Z") });
  fc.assert(
    fc.property(
      fc.oneof(
        recent,
        seconds.map((second) => second * 1000),
      ),
      zone,
      expectLikeTemporal,
    ),
    { numRuns: sized(150, 10_000) },
  );
});

test("B3 any wall time is the instant of Temporal, in every zone", () => {
  const seconds = fc.integer({ min: msOf("1583-01-01T00:00:00Z") / 1000, max: msOf("9999-12-30T00:00:00Z") / 1000 });
  fc.assert(
    fc.property(seconds, zone, (second, where) =>
      expectWallLikeTemporal(
        Temporal.Instant.fromEpochMilliseconds(second * 1000)
          .toZonedDateTimeISO("UTC")
          .toPlainDateTime(),
        where,
      ),
    ),
    { numRuns: sized(150, 10_000) },
  );
});

/** The changes of a zone's offset, as Temporal finds them. */
function* changesOf(where: string, from: string, until: string): Generator<number> {
  let at = Temporal.Instant.from(from).toZonedDateTimeISO(where);
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (!next || next.epochMilliseconds > msOf(until)) return;
    yield next.epochMilliseconds;
    at = next;
  }
}

test(
  "B2 B3 around each change of the clocks every zone has the days and times of Temporal",
  () => {
    const [from, until] = sized(
      ["2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"],
      ["1880-01-01T00:00:00Z", "2035-01-01T00:00:00Z"],
    );
    for (const where of zones) {
      for (const change of changesOf(where, from, until)) {
        for (const near of [change - 1, change, change + 1]) expectLikeTemporal(near, where);
        for (const minutes of [-60, -15, 0, 15, 60]) {
          for (const offset of [offsetAt(where, change - 1), offsetAt(where, change)]) {
            const wall = Temporal.Instant.fromEpochMilliseconds(change + offset + minutes * 60_000);
            expectWallLikeTemporal(wall.toZonedDateTimeISO("UTC").toPlainDateTime(), where);
          }
        }
      }
    }
  },
  sized(20_000, 600_000),
);

test("B3 Lord Howe Island moves its clocks by half an hour", () => {
  const where = "Australia/Lord_Howe";
  expect(localTimeWithOffset("2026-04-04T14:59:59Z", where)).toBe("2026-04-05T01:59:59+11:00");
  expect(localTimeWithOffset("2026-04-04T15:00:00Z", where)).toBe("2026-04-05T01:30:00+10:30");
  expect(parseInputTime("2026-04-05T01:45:00", where).instant).toBe("2026-04-04T14:45:00Z");
});

test("B3 Apia had no 30 December 2011: it begins and ends at the same instant", () => {
  const where = "Pacific/Apia";
  expect(dayAt("2011-12-30T09:59:59.999Z", where)).toBe("2011-12-29");
  expect(dayAt("2011-12-30T10:00:00Z", where)).toBe("2011-12-31");
  expect(startOfDay("2011-12-30", where)).toBe("2011-12-30T10:00:00Z");
  expect(startOfDay("2011-12-31", where)).toBe("2011-12-30T10:00:00Z");
  expect(parseInputTime("2011-12-30T12:00:00", where).instant).toBe("2011-12-30T22:00:00Z");
});

test("B3 a day whose midnight lies within the skipped time begins at the change", () => {
  expect(startOfDay("1919-03-31", "America/Toronto")).toBe("1919-03-31T04:30:00Z");
  expect(startOfDay("2026-04-24", "Africa/Cairo")).toBe("2026-04-23T22:00:00Z");
});

test.each([
  ["Europe/Berlin", "1893-03-31T23:06:32Z", 3_208_000, 3_600_000],
  ["Asia/Kolkata", "1905-12-31T18:38:50Z", 19_270_000, 19_800_000],
  ["Africa/Monrovia", "1972-01-07T00:44:30Z", -2_670_000, 0],
])("the offset of %s changes at %s, to the second", (where, change, before, after) => {
  expect([-1, 0].map((ms) => offsetAt(where, msOf(change) + ms))).toEqual([before, after]);
});

test("a local time before 1900 has seconds in its offset, which are rounded when it is written", () => {
  expect(offsetAt("America/New_York", msOf("1800-01-01T00:00:00Z"))).toBe(-17_762_000);
  expect(localTimeWithOffset("1800-01-01T00:00:00Z", "America/New_York")).toBe("1799-12-31T19:03:58-04:56");
});

test("a zone has the right offsets also after more years than it remembers", () => {
  for (let year = 2007; year < 2607; year++) {
    expect(offsetAt("America/New_York", msOf(`${year}-01-15T00:00:00Z`))).toBe(-5 * HOUR_MS);
    expect(offsetAt("America/New_York", msOf(`${year}-07-15T00:00:00Z`))).toBe(-4 * HOUR_MS);
  }
});

test.each(["Mars/Olympus", "", "EST5EDT4"])("a zone that does not exist is refused: %s", (name) => {
  expect(() => dayAt("2026-03-08T05:00:00Z", name)).toThrow(RangeError);
  expect(() => startOfDay("2026-03-08", name)).toThrow(`Invalid time zone specified: ${name}`);
});
