import { onTestFinished, vi } from "vitest";

/** Stops the clock of this process until the test ends, at the present moment unless another is named. Timers go on. */
export function freezeTime(iso?: string): void {
  vi.useFakeTimers({ toFake: ["Date"], ...(iso ? { now: new Date(iso) } : {}) });
  onTestFinished(() => void vi.useRealTimers());
}
