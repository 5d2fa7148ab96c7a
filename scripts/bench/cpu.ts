import { readdirSync, readFileSync } from "node:fs";

const TICK_MS = 10;

type Times = { parent: number; own: number; of_ended_children: number };

/** Reads /proc. Without it (not Linux) all times are 0, and the report says so. */
function timesOf(pid: number): Times | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
    return { parent: fields[1] ?? 0, own: (utime + stime) * TICK_MS, of_ended_children: (cutime + cstime) * TICK_MS };
  } catch {
    return null;
  }
}

export const processCpuMs = (pid: number): number => timesOf(pid)?.own ?? 0;

/** CPU time of a process and of all its children, running or ended. */
export function processTreeCpuMs(pid: number): number {
  const times = timesOf(pid);
  if (!times) return 0;
  let sum = times.own + times.of_ended_children;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const child = timesOf(Number(name));
    if (child?.parent === pid) sum += child.own;
  }
  return sum;
}

export const hasProc = (): boolean => timesOf(process.pid) !== null;
