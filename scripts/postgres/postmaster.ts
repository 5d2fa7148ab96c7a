import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "@/scripts/bootstrap/processes.mjs";

export type Postmaster = { pid: number; port: number };

/**
 * The running server of this data folder, or null. Deletes a stale pid file: PostgreSQL would refuse to start if another process has
 * the pid now.
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
