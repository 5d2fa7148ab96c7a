import { expect, test } from "vitest";
import { newId, withIds } from "@/db/id";

test("ids of a process are UUIDs of version 7, each another, and in the order of their making", () => {
  const ids = Array.from({ length: 5_000 }, newId);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(5_000);
  expect(new Set(ids.map((id) => id.slice(-10))).size).toBe(5_000);
  expect(ids).toEqual(ids.toSorted());
});

test("within a seed the ids come from it", () => {
  expect(withIds(() => "given", newId)).toBe("given");
});
