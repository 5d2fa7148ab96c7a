import { expect, test } from "vitest";
import { SingleFlightCache } from "@/lib/kernel/single-flight-cache";

function setting() {
  let now_ms = 0;
  let asked = 0;
  const reads = new SingleFlightCache<number>({
    max_age_ms: 15_000,
    isCacheable: (answer) => answer >= 100,
    now: () => now_ms,
  });
  return {
    after: (ms: number) => {
      now_ms += ms;
    },
    ask: (answer: number | Error, gym = "gym") =>
      reads.read(gym, async () => {
        asked += 1;
        if (answer instanceof Error) throw answer;
        return answer;
      }),
    asked: () => asked,
  };
}

test("a large answer is given again until it is too old", async () => {
  const { ask, after } = setting();
  expect(await ask(100)).toBe(100);
  after(14_999);
  expect(await ask(101)).toBe(100);
  after(1);
  expect(await ask(102)).toBe(102);
});

test("a small answer is always of this moment", async () => {
  const { ask } = setting();
  expect(await Promise.all([ask(1), ask(2)])).toEqual([1, 2]);
  expect(await ask(3)).toBe(3);
});

test("one gym's answer is never another's", async () => {
  const { ask } = setting();
  expect(await Promise.all([ask(100, "one"), ask(200, "other")])).toEqual([100, 200]);
  expect([await ask(0, "one"), await ask(0, "other")]).toEqual([100, 200]);
});

test("of many who ask for an answer that is too old, one reads it", async () => {
  const { ask, after, asked } = setting();
  await ask(100);
  after(15_000);
  expect(await Promise.all([ask(101), ask(102), ask(103)])).toEqual([101, 101, 101]);
  expect(asked()).toBe(2);
});

test("a caller that waited for a failed read reads again, and the failure is not cached", async () => {
  const { ask, after, asked } = setting();
  await ask(100);
  after(15_000);
  const failing = ask(new Error("cut off"));
  const waiting = ask(104);
  await expect(failing).rejects.toThrow("cut off");
  expect(await waiting).toBe(104);
  expect(await ask(105)).toBe(105);
  expect(asked()).toBe(4);
});

test("unused entries are removed", async () => {
  const { ask, after } = setting();
  await ask(100, "quiet");
  after(15_000);
  await ask(100, "busy");
  // Forgotten, so it counts as never read: two who ask at once both read.
  expect(await Promise.all([ask(101, "quiet"), ask(102, "quiet")])).toEqual([101, 102]);
});
