import { expect, test } from "vitest";
import { RecentCounts } from "@/lib/domain/access/occupancy/recent-counts";

function countsAt(start_ms: number) {
  let now = start_ms;
  const counts = new RecentCounts(() => now);
  const pass = (ms: number) => {
    now += ms;
  };
  const read = (inside: number, capacity: number | null = null) => counts.read("gym", { id: "hall", capacity }, inside);
  return { counts, pass, read };
}

const nothing = { location_ids: [], inside: [] };

test("a location with 200 inside is counted once a second, and its own entries are added", () => {
  const { counts, pass, read } = countsAt(5_000);
  read(200);
  counts.changed("gym", "hall", 1);
  counts.changed("gym", "hall", 1);
  pass(999);
  expect(counts.of("gym")).toEqual({ location_ids: ["hall"], inside: [202] });
  pass(1);
  expect(counts.of("gym")).toEqual(nothing);
});

test("a scan that used the known number does not make it younger", () => {
  const { counts, pass, read } = countsAt(0);
  read(200);
  pass(600);
  read(200);
  pass(400);
  expect(counts.of("gym")).toEqual(nothing);
});

test.each([
  ["fewer than 200 inside", 199, null],
  ["50 places left", 450, 500],
  ["no place left", 500, 500],
])("a location with %s is counted at every scan", (_, inside, capacity) => {
  const { counts, read } = countsAt(0);
  read(inside, capacity);
  expect(counts.of("gym")).toEqual(nothing);
});

test("a location that becomes nearly full is counted again at every scan", () => {
  const { counts, pass, read } = countsAt(0);
  read(449, 500);
  expect(counts.of("gym").inside).toEqual([449]);
  pass(1_000);
  read(460, 500);
  expect(counts.of("gym")).toEqual(nothing);
});

test("what is known of one organization says nothing of another", () => {
  const { counts, read } = countsAt(0);
  read(300);
  expect(counts.of("other gym")).toEqual(nothing);
});
