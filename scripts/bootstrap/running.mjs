import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { end, isRunning } from "./processes.mjs";

/** @typedef {{ pid: number, url: string, server_pid?: number }} Running */

/** @param {string} data_dir */
const file = (data_dir) => join(data_dir, "up.json");

/**
 * @param {string} data_dir
 * @returns {Running | null}
 */
function read(data_dir) {
  try {
    return JSON.parse(readFileSync(file(data_dir), "utf8"));
  } catch {
    return null;
  }
}

/**
 * Fails if another `up` uses the same data folder. If that one was killed, its server may still be running and is ended.
 *
 * @param {string} data_dir
 */
export async function refuseSecondStart(data_dir) {
  const running = read(data_dir);
  if (!running) return;
  if (isRunning(running.pid, "node")) {
    throw new Error(
      `FitFlow Pro is already running at ${running.url} (process ${running.pid}). Stop it with Ctrl-C in its terminal, or set another PORT and DATA_DIR for this one.`,
    );
  }
  if (running.server_pid && isRunning(running.server_pid, "n")) await end(running.server_pid);
  rmSync(file(data_dir), { force: true });
}

/**
 * @param {string} data_dir
 * @param {Running} running
 */
export function writeRunFile(data_dir, running) {
  mkdirSync(dirname(file(data_dir)), { recursive: true });
  writeFileSync(file(data_dir), JSON.stringify(running));
}

/** @param {string} data_dir */
export function forgetStart(data_dir) {
  if (read(data_dir)?.pid === process.pid) rmSync(file(data_dir), { force: true });
}
