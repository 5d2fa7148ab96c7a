import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { onTestFinished, vi } from "vitest";
import { freePort } from "@/scripts/bootstrap/port.mjs";

export type Answer = {
  status: number;
  remaining: number;
  pid: number;
  has_jobs: boolean;
  own_port?: number;
  /** The events that start jobs, as far as the process has heard. */
  subscribed?: string[];
};

export type ServerGroup = {
  primary: ChildProcess;
  ended: Promise<[number | null, string | null]>;
  logged: () => string;
  ask: (path?: string, port?: number) => Promise<Answer>;
  /** One answer of each process that serves the port. */
  askAll: () => Promise<Answer[]>;
  /** Waits until so many processes serve the port. */
  untilServing: (count: number) => Promise<Answer[]>;
};

/** The stand-in opens no database, but its log reads the settings. */
const SETTINGS = {
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
  NEXTAUTH_SECRET: "x".repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
  PASS_SIGNING_KEY: "x".repeat(32),
  LOG_LEVEL: "warn",
  WEB_CONCURRENCY: "2",
};

let folder: Promise<string> | undefined;

/** A release whose server is the stand-in. */
async function release(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), "fitflow-processes-"));
  process.once("exit", () => rmSync(home, { recursive: true, force: true }));
  cpSync("scripts/processes", join(home, "processes"), { recursive: true });
  await build({
    entryPoints: ["tests/support/processes/stand-in.ts"],
    outfile: join(home, "server.js"),
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["pg-native"],
    logLevel: "error",
  });
  return home;
}

export async function startGroup(env: Record<string, string> = {}): Promise<ServerGroup> {
  folder ??= release();
  const port = await freePort();
  const primary = spawn(process.execPath, ["processes/start.mjs"], {
    cwd: await folder,
    env: { ...process.env, ...SETTINGS, PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void primary.kill("SIGKILL"));
  let text = "";
  primary.stdout?.on("data", (part: Buffer) => {
    text += part.toString();
  });
  const ended = once(primary, "exit") as Promise<[number | null, string | null]>;
  const agent = new Agent({ keepAlive: true });
  const ask = (path = "/", at = port) => send(agent, at, path);
  /** A new connection goes to the next process. */
  const askAll = async () => {
    const found = new Map<number, Answer>();
    for (let count = 0; count < 6; count += 1) {
      const answer = await send(undefined, port, "/");
      found.set(answer.pid, answer);
    }
    return [...found.values()];
  };
  const untilServing = (count: number) =>
    vi.waitFor(
      async () => {
        const found = await askAll();
        if (found.length !== count) throw new Error(`${found.length} processes serve the port:\n${text}`);
        return found;
      },
      { timeout: 30_000, interval: 50 },
    );
  return { primary, ended, logged: () => text, ask, askAll, untilServing };
}

function send(agent: Agent | undefined, port: number, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // A connection that was handed to a process in its last moment has no answer.
    const asked = get(
      { port, host: "127.0.0.1", path, ...(agent ? { agent } : { agent: false, timeout: 5_000 }) },
      (response) => {
        let body = "";
        response.on("data", (part: Buffer) => {
          body += part.toString();
        });
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            ...JSON.parse(body),
            status: response.statusCode ?? 0,
            remaining: Number(response.headers.remaining ?? -1),
          }),
        );
      },
    );
    asked.on("timeout", () => asked.destroy(new Error("No answer within 5 seconds"))).on("error", reject);
  });
}
