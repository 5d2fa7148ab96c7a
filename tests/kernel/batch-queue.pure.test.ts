import { expect, test, vi } from "vitest";
import { BatchQueue } from "@/lib/kernel/batch-queue";

const hour_ms = 3_600_000;

/** Flushes that end when the test says so. */
function queueOf(options: { window_ms: number; batch_size?: number; capacity?: number }) {
  const flushed: string[][] = [];
  const failed: string[][] = [];
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const queue = new BatchQueue<string>({
    ...options,
    flush: (items) => {
      flushed.push(items);
      return new Promise<void>((resolve, reject) => ends.push({ resolve, reject }));
    },
    onFailure: (_error, items) => failed.push(items),
  });
  const untilFlushed = (...batches: string[][]) => vi.waitFor(() => expect(flushed).toEqual(batches), { interval: 1 });
  return { queue, failed, flushed, ends, untilFlushed };
}

test("what is added within the window goes together, and what is added during a flush goes with the next one", async () => {
  const { queue, ends, flushed, untilFlushed } = queueOf({ window_ms: 1 });
  queue.add(["a"]);
  queue.add(["b", "c"]);
  expect(flushed).toEqual([]);
  await untilFlushed(["a", "b", "c"]);
  queue.add(["d"]);
  queue.add(["e"]);
  expect(flushed).toHaveLength(1);
  ends[0]?.resolve();
  await untilFlushed(["a", "b", "c"], ["d", "e"]);
});

test("a full batch does not wait for its window, and the rest does", async () => {
  const { queue, ends, untilFlushed } = queueOf({ window_ms: hour_ms, batch_size: 2 });
  queue.add(["a", "b", "c", "d", "e"]);
  await untilFlushed(["a", "b"]);
  ends[0]?.resolve();
  await untilFlushed(["a", "b"], ["c", "d"]);
  ends[1]?.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  await untilFlushed(["a", "b"], ["c", "d"]);
});

test("a failed flush is reported with its items, and the next one begins", async () => {
  const { queue, ends, failed, untilFlushed } = queueOf({ window_ms: 1 });
  queue.add(["a"]);
  await untilFlushed(["a"]);
  queue.add(["b"]);
  ends[0]?.reject(new Error("away"));
  await untilFlushed(["a"], ["b"]);
  expect(failed).toEqual([["a"]]);
});

test("beyond its capacity it drops what is added, and after clear() it is empty and works on", async () => {
  const { queue, ends, untilFlushed } = queueOf({ window_ms: 1, capacity: 2 });
  queue.add(["a", "b", "c"]);
  queue.add(["d"]);
  await untilFlushed(["a", "b"]);
  queue.add(["e"]);
  queue.clear();
  queue.add(["f"]);
  ends[0]?.resolve();
  await untilFlushed(["a", "b"], ["f"]);
});
