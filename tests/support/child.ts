import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { inject, onTestFinished } from "vitest";

/**
 * One file of a program with everything that is ours in it. A process that loads it is up in a third of the time that it takes to
 * load hundreds of files through a translator. It lies with the test's database and goes with it.
 */
export async function bundle(entry: string): Promise<string> {
  const { folder } = inject("cluster");
  const packages = join(folder, "node_modules");
  if (!existsSync(packages)) symlinkSync(join(process.cwd(), "node_modules"), packages);
  const outfile = join(folder, `${basename(entry, ".ts")}-${process.pid}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    jsx: "automatic",
    sourcemap: "inline",
    // A test run that is cut off takes its processes along.
    banner: { js: "process.on('disconnect', () => process.exit());" },
  });
  return outfile;
}

/** A process of its own, once it has said that it is ready. It does not outlive the test. */
export async function startChild(file: string, args: readonly string[] = []): Promise<ChildProcess> {
  const child = fork(file, args, {
    execArgv: ["--enable-source-maps"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`${basename(file)} ended with code ${code} before it was ready`)));
  });
  return child;
}

/** Without warning, as a power cut would. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
