import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { buildGym } from "@/db/seed/build-gym";
import { ironTemple } from "@/db/seed/gyms/iron-temple";

const at = (now: string) => buildGym(ironTemple, { now: Temporal.Instant.from(now), password_hash: "x" });

test("members of the demo do not change while the day passes, and visits only come in addition", () => {
  const [noon, evening] = [at("2026-03-12T17:00:00Z"), at("2026-03-13T01:00:00Z")];
  expect(evening.members).toEqual(noon.members);
  expect(evening.memberships.map(({ id }) => id)).toEqual(noon.memberships.map(({ id }) => id));
  const earlier = new Set(noon.check_ins.map(({ id }) => id));
  expect(evening.check_ins.filter(({ id }) => earlier.has(id)).length).toBe(noon.check_ins.length);
  expect(evening.check_ins.length).toBeGreaterThan(noon.check_ins.length + 50);
});
