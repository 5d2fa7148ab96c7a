import { writeSync } from "node:fs";

const LEVELS = { info: 30, warn: 40, fatal: 60 };

/**
 * A line of the same form as those of the server.
 *
 * @param {keyof typeof LEVELS} level
 * @param {string} msg
 * @param {Record<string, unknown>} [facts]
 */
export function logLine(level, msg, facts) {
  const line = JSON.stringify({ level: LEVELS[level], time: Date.now(), pid: process.pid, ...facts, msg });
  try {
    writeSync(1, `${line}\n`);
  } catch {
    // A closed or full pipe must not end the processes.
  }
}
