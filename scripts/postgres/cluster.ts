import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { isAlive, signal, waitForExit } from "@/scripts/bootstrap/processes.mjs";
import { type Account, postgresAccount } from "./account";
import { type Postmaster, runningPostmaster } from "./postmaster";
import { postgresPrograms } from "./programs";

export type Cluster = Postmaster & { data: string; found: "started" | "running" };

export const SUPERUSER = "postgres";

export function isInitialised(data: string): boolean {
  return existsSync(join(data, "PG_VERSION"));
}

/** Creates the data folder. Deletes an interrupted earlier attempt, which contains no data. */
export function initialise(data: string, password: string, flags: string[] = []): void {
  const account = postgresAccount();
  const programs = postgresPrograms(account);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(dirname(data), { recursive: true });
  const staging = `${data}.new`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { mode: 0o700 });
  const secret = join(dirname(data), `.password-${randomBytes(6).toString("hex")}`);
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  changeOwner(account, staging, secret);
  try {
    runInitdb(programs, account, staging, ["--pwfile", secret, ...flags]);
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(staging, data);
}

// The built-in collation sorts identically on every machine. Trigrams classify letters by LC_CTYPE: under "C", searches for
// non-ASCII text find nothing, so the first available UTF-8 locale is used.
const CTYPE_LOCALES = ["C.UTF-8", "en_US.UTF-8", "C"];

function runInitdb(programs: string, account: Account, data: string, flags: string[]): void {
  const failures: string[] = [];
  for (const letters of CTYPE_LOCALES) {
    const locale = [
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      `--lc-ctype=${letters}`,
    ];
    const run = spawnSync(
      join(programs, "bin", "initdb"),
      ["--pgdata", data, "--username", SUPERUSER, "--auth=scram-sha-256", ...locale, ...flags],
      { ...account, cwd: "/", env: { ...process.env, LC_ALL: "C" }, encoding: "utf8" },
    );
    if (run.status === 0) return;
    failures.push(run.stderr || String(run.error));
    if (!failures.at(-1)?.includes("locale")) break;
  }
  throw new Error(`PostgreSQL could not create its data folder ${data}: ${failures.join("\n")}`);
}

/** Starts the server on a data folder, or returns the one that is already running. */
export async function start(data: string, port: number, settings: Record<string, string> = {}): Promise<Cluster> {
  const running = runningPostmaster(data);
  if (running) return { ...running, data, found: "running" };
  const account = postgresAccount(data);
  const programs = postgresPrograms(account);
  const log = join(dirname(data), "postgres.log");
  const output = openSync(log, "a", 0o600);
  const flags = Object.entries({ listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings });
  // A separate process group: on Ctrl-C, the application must stop before the database.
  const child = spawn(
    join(programs, "bin", "postgres"),
    ["-D", data, "-p", String(port), ...flags.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { ...account, cwd: "/", detached: true, stdio: ["ignore", output, output], env: { ...process.env, LC_ALL: "C" } },
  );
  closeSync(output);
  child.unref();
  const pid = child.pid;
  if (!pid) throw new Error(`PostgreSQL could not be started from ${programs}.`);
  await ready(data, pid, log);
  return { pid, port, data, found: "started" };
}

// The eighth line of postmaster.pid is the status. Recovery after a crash may take some time.
async function ready(data: string, pid: number, log: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (!isAlive(pid)) throw new Error(`PostgreSQL stopped while starting. The end of ${log}:\n${tail(log)}`);
    if (/^ready/.test(statusLine(data, pid))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`PostgreSQL did not become ready within two minutes. See ${log}.`);
}

function statusLine(data: string, pid: number): string {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === pid ? (lines[7] ?? "") : "";
  } catch {
    return "";
  }
}

function tail(file: string): string {
  return readFileSync(file, "utf8").trim().split("\n").slice(-8).join("\n");
}

/** Fast shutdown: open transactions are rolled back. */
export async function stop(cluster: Postmaster): Promise<void> {
  if (!isAlive(cluster.pid)) return;
  signal(cluster.pid, "SIGINT");
  if (await waitForExit(cluster.pid, 20_000)) return;
  signal(cluster.pid, "SIGQUIT");
  await waitForExit(cluster.pid, 5_000);
}

function changeOwner(account: Account, ...paths: string[]): void {
  if (account) for (const path of paths) chownSync(path, account.uid, account.gid);
}
