import { expect, test } from "vitest";
import { mapInSlices } from "@/lib/domain/imports/slices";

/** Counts the turns that the event loop gives to others while work runs. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let is_over = false;
  const count = () => {
    turns++;
    if (!is_over) setImmediate(count);
  };
  setImmediate(count);
  await work().finally(() => {
    is_over = true;
  });
  return turns;
}

test("the event loop gets a turn after every 50 items", async () => {
  const items = Array.from({ length: 1_000 }, (_, index) => index);
  expect(await turnsDuring(() => mapInSlices(items, (item) => item))).toBeGreaterThanOrEqual(19);
});

test("the results have the order of the items", async () => {
  const items = Array.from({ length: 120 }, (_, index) => index);
  expect(await mapInSlices(items, (item) => item * 2)).toEqual(items.map((item) => item * 2));
});

test("an item that cannot be read ends the work with its error", async () => {
  const items = Array.from({ length: 120 }, (_, index) => index);
  const read = (item: number) => {
    if (item === 110) throw new Error("item 110");
    return item;
  };
  await expect(mapInSlices(items, read)).rejects.toThrow("item 110");
});
