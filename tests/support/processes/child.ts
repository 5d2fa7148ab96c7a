import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { inject, onTestFinished } from "vitest";

/** Packages with native code, and large ones that are not needed at the start. */
const unbundled = ["sharp", "@node-rs/bcrypt", "pg-native", "firebase-admin", "twilio"];

/**
 * One file of a program with its packages in it. A process that loads it is up in a quarter of the time that it takes to load
 * hundreds of files through a translator. It is stored with the test's database and deleted with it.
 */
export async function bundle(entry: string): Promise<string> {
  const { folder } = inject("cluster");
  const home = await mkdtemp(join(folder, `${basename(entry, ".ts")}-`));
  await symlink(join(process.cwd(), "node_modules"), join(home, "node_modules"));
  const outfile = join(home, "bundle.cjs");
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    external: unbundled,
    platform: "node",
    format: "cjs",
    jsx: "automatic",
    logLevel: "error",
  });
  return outfile;
}

/** Starts a process and waits until it is ready. It ends with the test. */
export async function startChild(file: string, args: readonly string[] = []): Promise<ChildProcess> {
  const child = fork("tests/support/processes/run-bundle.cjs", [file, ...args], {
    execArgv: [],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`${file} ended with code ${code} before it was ready`)));
  });
  return child;
}

/** Starts the next process before the last one is needed: a start takes longer than the time until a kill. */
export function standBy(file: string): () => Promise<ChildProcess> {
  const start = () => {
    const child = startChild(file);
    // The last one is not used, and ends with the test, perhaps before it is ready.
    child.catch(() => undefined);
    return child;
  };
  const ready = [start()];
  return async () => {
    ready.push(start());
    const child = await ready.shift();
    if (!child) throw new Error("A process is always in preparation");
    return child;
  };
}

/** Without warning, as a power cut would. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
