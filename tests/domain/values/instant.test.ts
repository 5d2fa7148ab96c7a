import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addMinutes, epochOf, inMilliseconds, instantText, isLater } from "@/lib/values/instant";

const { Instant } = Temporal;
const epoch_ms = fc.integer({ min: Date.UTC(1583), max: Date.UTC(9999, 11, 31) });
const nanoseconds = fc.integer({ min: 0, max: 999_999 });
const offset = fc.constantFrom("Z", "z", "+00", "+0530", "+05:30", "-05:00", "-04:56:02", "+14:00", "-23:59");

const instant = fc
  .tuple(epoch_ms, fc.oneof(fc.constant(0), nanoseconds))
  .map(([ms, ns]) => Instant.fromEpochMilliseconds(ms).add({ nanoseconds: ns }));

test("an instant is read and written as Temporal does, with every offset and any decimals", () => {
  fc.assert(
    fc.property(instant, offset, fc.constantFrom("T", "t", " "), (wanted, zone, mark) => {
      const text = wanted.toString().replace("T", mark).replace("Z", zone);
      expect(epochOf(text)).toBe(Instant.from(text).epochMilliseconds);
      expect(inMilliseconds(text)).toBe(Instant.from(text).toString({ fractionalSecondDigits: 3 }));
      expect(instantText(wanted.epochMilliseconds)).toBe(
        Instant.fromEpochMilliseconds(wanted.epochMilliseconds).toString(),
      );
    }),
    { numRuns: 300 },
  );
});

test("minutes are added and instants compared as Temporal does, to the nanosecond", () => {
  const near = fc.integer({ min: -2, max: 2 });
  fc.assert(
    fc.property(instant, fc.integer({ min: -100_000, max: 100_000 }), near, (one, minutes, ns) => {
      expect(addMinutes(one.toString(), minutes)).toBe(one.add({ minutes }).toString());
      const other = one.add({ nanoseconds: ns });
      expect(isLater(one.toString(), other.toString())).toBe(Instant.compare(one, other) > 0);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["2026-03-08 05:00:00+00", "2026-03-08T05:00:00Z"],
  ["2026-03-08T05:00:00.123456+00:00", "2026-03-08T05:00:00.123Z"],
  ["2026-03-08T05:00Z", "2026-03-08T05:00:00Z"],
  ["2026-03-08T05:00:60Z", "2026-03-08T05:00:59Z"],
  ["2026-03-08T05:00:00,5Z", "2026-03-08T05:00:00.5Z"],
  ["+010000-01-01T00:00:00Z", "+010000-01-01T00:00:00Z"],
  ["0044-03-15T12:00:00Z", "0044-03-15T12:00:00Z"],
])("%s is an instant", (text, expected) => {
  expect(instantText(epochOf(text))).toBe(expected);
  expect(Instant.from(text).epochMilliseconds).toBe(epochOf(text));
});

test.each([
  "",
  "now",
  "2026-03-08",
  "2026-03-08T05:00:00",
  "2026-13-08T05:00:00Z",
  "2026-03-08T24:00:00Z",
  "2026-03-08T05:60:00Z",
  "2026-03-08T05:00:61Z",
  "2026-03-08T05:00:00+24:00",
  "2026-03-08T05:00:00-0530:00",
  "2026-03-08T05:00:00.1234567891Z",
  "-000000-01-01T00:00:00Z",
])("%s is no instant", (text) => {
  expect(() => epochOf(text)).toThrow(new RangeError(`Cannot parse: ${text}`));
  expect(() => Instant.from(text)).toThrow(new RangeError(`Cannot parse: ${text}`));
});

test("an instant of a day that does not exist, or beyond the range of a date, is refused as by Temporal", () => {
  for (const read of [epochOf, (text: string) => Instant.from(text)]) {
    expect(() => read("2026-02-30T00:00:00Z")).toThrow(new RangeError("Invalid day: 30; must be between 1-28"));
  }
  expect(() => addMinutes("+275760-09-13T00:00:00Z", 1)).toThrow(new RangeError("Out-of-bounds date"));
});
