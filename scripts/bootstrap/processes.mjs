import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** @param {number} pid */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
  return !isZombie(pid);
}

/**
 * The command line of a process; null if it is not available.
 *
 * @param {number} pid
 */
function commandOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    if (process.platform === "win32") return null;
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { stdio: "pipe" }).toString();
  } catch {
    return null;
  }
}

/**
 * Whether `pid` is alive and still the same program. Pids are reused, for example after a reboot.
 *
 * @param {number} pid
 * @param {string} word a part of its command line
 */
export function isRunning(pid, word) {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  return command === null || command.includes(word);
}

/**
 * @param {number} pid
 * @param {number} timeout_ms
 */
export async function waitForExit(pid, timeout_ms) {
  const deadline = performance.now() + timeout_ms;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}

/**
 * Sends SIGTERM, and SIGKILL after `timeout_ms`.
 *
 * @param {number} pid
 */
export async function end(pid, timeout_ms = 8_000) {
  if (!isAlive(pid)) return;
  signal(pid, "SIGTERM");
  if (await waitForExit(pid, timeout_ms)) return;
  signal(pid, "SIGKILL");
  await waitForExit(pid, 5_000);
}

// In a container without an init process, the children of a killed process remain as zombies.
/** @param {number} pid */
function isZombie(pid) {
  if (process.platform !== "linux") return false;
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8").replace(/\(.*\)/, ""));
  } catch {
    return true;
  }
}
