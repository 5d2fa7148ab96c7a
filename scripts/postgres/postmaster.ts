import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive, nameOf } from "@/scripts/start/processes";

export type Postmaster = { pid: number; port: number };

/** The server that is running on this data folder. A pid file that a crash left behind is removed. */
export function runningPostmaster(data: string): Postmaster | null {
  const file = join(data, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  // The number may belong to somebody else by now: after a reboot, PostgreSQL would refuse to start because of it.
  if (isAlive(pid) && /postgres/.test(nameOf(pid) ?? "postgres")) return { pid, port };
  rmSync(file, { force: true });
  return null;
}
