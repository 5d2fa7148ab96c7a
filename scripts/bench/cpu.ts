import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const TICK_MS = 10;

type Times = { parent: number; own_ms: number; ended_children_ms: number };

/** Reads /proc. Without it (not Linux) all times are 0, and the report says so. */
function timesOf(pid: number): Times | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
    const own_ms = (fields[17] === 1 ? preciseMs(pid) : null) ?? (utime + stime) * TICK_MS;
    return { parent: fields[1] ?? 0, own_ms, ended_children_ms: (cutime + cstime) * TICK_MS };
  } catch {
    return null;
  }
}

/** Nanoseconds instead of ticks. The file counts one thread, so it serves for PostgreSQL's processes and not for Node's. */
function preciseMs(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return null;
  }
}

export const processCpuMs = (pid: number): number => timesOf(pid)?.own_ms ?? 0;

const runningPids = (): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** A process and all its living descendants. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const pid of hasProc() ? runningPids() : []) {
    const parent = timesOf(pid)?.parent;
    if (parent) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** CPU time of a process and of all its descendants, running or ended. */
export function processTreeCpuMs(root: number): number {
  const times = processTree(root).map(timesOf);
  return times.reduce((sum, one) => sum + (one ? one.own_ms + one.ended_children_ms : 0), 0);
}

/** Resident memory in MB. */
export function residentMb(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export const hasProc = (): boolean => timesOf(process.pid) !== null;

const IDLE_SHARE = 0.05;
const LONGEST_WAIT_S = 30;

/** Waits until the processes do nothing, so that the work of their start is in no measurement. */
export async function untilIdle(pids: number[]): Promise<void> {
  const used = () => pids.reduce((sum, pid) => sum + processTreeCpuMs(pid), 0);
  for (let second = 0; second < LONGEST_WAIT_S; second++) {
    const before = used();
    await wait(1_000);
    if (used() - before < IDLE_SHARE * 1_000) return;
  }
}
