import { setImmediate as turn } from "node:timers/promises";
import { elapsed } from "@/lib/kernel/clock";

const sliceMs = 10;
const itemsPerSlice = 50;

/** Array.map() that lets other requests of the process run after every 50 items, and after every 10 ms. */
export async function mapInSlices<Item, Result>(
  items: readonly Item[],
  read: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  let [in_slice, since] = [0, elapsed()];
  for (const item of items) {
    if (in_slice === itemsPerSlice || elapsed() - since >= sliceMs) {
      await turn();
      [in_slice, since] = [0, elapsed()];
    }
    results.push(read(item));
    in_slice++;
  }
  return results;
}
