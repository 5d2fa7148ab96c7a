import { readFileSync } from "node:fs";

const TICK_MS = 10;

/** How much of the machine programs outside of the benchmark used while something was measured. */
export class Machine {
  private total_ms = 0;
  private others_ms = 0;

  /** `measure` returns the CPU time of both sides of the load: the server, its database and this process. */
  async during<T>(measure: () => Promise<{ result: T; cpu_ms: number }>): Promise<T> {
    const before = machineTimes();
    const { result, cpu_ms } = await measure();
    const after = machineTimes();
    this.total_ms += after.total - before.total;
    this.others_ms += after.busy - before.busy - cpu_ms;
    return result;
  }

  shareOfOthers(): number {
    return Math.max(0, this.others_ms / this.total_ms);
  }
}

/** Of all cores. */
function machineTimes(): { total: number; busy: number } {
  const [first = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const ticks = first.split(/\s+/).slice(1, 9).map(Number);
  const [, , , idle = 0, waiting = 0] = ticks;
  const total = ticks.reduce((sum, one) => sum + one, 0);
  return { total: total * TICK_MS, busy: (total - idle - waiting) * TICK_MS };
}
