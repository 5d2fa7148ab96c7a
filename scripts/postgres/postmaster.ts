import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "@/scripts/bootstrap/processes.mjs";

export type Postmaster = { pid: number; port: number };

/**
 * The server that is running on this data folder. A pid file that a crash left behind is removed:
 * PostgreSQL would refuse to start when its number belongs to somebody else by now.
 */
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
  if (isRunning(pid, data)) return { pid, port };
  rmSync(file, { force: true });
  return null;
}
