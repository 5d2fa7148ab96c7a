import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { repeat } from "@/lib/kernel/repeat";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a tick is skipped while the previous run has not ended", async () => {
  let end = () => {};
  let runs = 0;
  const timer = repeat(() => {
    runs++;
    return new Promise<void>((resolve) => {
      end = resolve;
    });
  }, 1_000);
  await vi.advanceTimersByTimeAsync(3_500);
  expect(runs).toBe(1);
  end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs).toBe(2);
  clearInterval(timer);
});
