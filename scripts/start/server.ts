import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import { endWithParent } from "./child";

export type Server = { pid: number; ended: Promise<number | null>; log: string };

/** Longer than the sum of its shutdown stages (lib/kernel/shutdown.ts). */
export const patienceMs = 15_000;

type Options = { folder: string; port: number; host?: string; env: Record<string, string> };

/** The production server: one process per core. */
export function serverProcess({
  folder,
  port,
  host = "127.0.0.1",
  env,
  output,
}: Options & { output: number | "inherit" }): ChildProcess {
  const { DATABASE_OWNER_URL: _owner, ...surroundings } = process.env;
  return spawn(process.execPath, ["processes/start.mjs"], {
    cwd: folder,
    // Detached from Ctrl-C: the server must stop before its database.
    detached: true,
    stdio: ["ignore", output, output],
    env: { ...surroundings, ...env, NODE_ENV: "production", PORT: String(port), HOSTNAME: host },
  });
}

/** Starts the production server. It logs to a file, so that the terminal stays readable. */
export function startServer({ log, ...options }: Options & { log: string }): Server {
  mkdirSync(dirname(log), { recursive: true });
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`);
  const output = openSync(log, "a", 0o600);
  const child = serverProcess({ ...options, output });
  closeSync(output);
  endWithParent(child, patienceMs);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code));
  });
  return { pid: child.pid ?? 0, ended, log };
}

/** Waits for the readiness endpoint. */
export async function waitUntilReady(server: Server, port: number, progress: Progress): Promise<void> {
  let over = false;
  void server.ended.then(() => {
    over = true;
  });
  const deadline = performance.now() + 60_000;
  let answer = "no answer yet";
  while (performance.now() < deadline) {
    if (over)
      throw new Error(`The server ended while starting. Its last words, from ${server.log}:\n${lastLines(server.log)}`);
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      answer = `${response.status} ${(await response.text()).slice(0, 200)}`;
    } catch {
      answer = "no answer yet";
    }
    progress(answer);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    `The server did not become ready within a minute (${answer}). See ${server.log}:\n${lastLines(server.log)}`,
  );
}

export function lastLines(file: string): string {
  return readFileSync(file, "utf8").trim().split("\n").slice(-12).join("\n");
}
