import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { end } from "@/scripts/bootstrap/processes.mjs";
import { onExit } from "./cleanup";

export type Output = { code: number | null; text: string };

const PLAIN_TEXT = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, "g");

/** Runs a program of node_modules and reports each line. It ends with this process. */
export function runNode(args: string[], options: SpawnOptions, onLine: (line: string) => void): Promise<Output> {
  const child = spawn(process.execPath, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  endWithParent(child);
  const lines: string[] = [];
  let rest = "";
  const read = (chunk: Buffer) => {
    const parts = (rest + chunk.toString("utf8").replace(PLAIN_TEXT, "")).split(/\r?\n/);
    rest = parts.pop() ?? "";
    for (const line of parts) {
      lines.push(line);
      onLine(line);
    }
  };
  child.stdout?.on("data", read);
  child.stderr?.on("data", read);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, text: [...lines, rest].join("\n").trim() }));
  });
}

/** Ends the child when this process ends: with SIGTERM, and SIGKILL after `patience_ms`. */
export function endWithParent(child: ChildProcess, patience_ms?: number): void {
  onExit(() => (child.pid && child.exitCode === null ? end(child.pid, patience_ms) : undefined));
}
