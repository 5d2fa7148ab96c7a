import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { processCpuMs, processTree } from "@/scripts/bench/cpu";
import type { Hook } from "@/scripts/bench/server";
import { say } from "@/scripts/bootstrap/steps.mjs";
import { partsOf } from "./parts";
import { reportParts } from "./report";
import { locator } from "./sources";

/** Writes a CPU profile of the server for each measurement, and prints its time by part. */
export class Profiler {
  readonly hook: Hook;
  private pid: number | null = null;
  private readonly files: { name: string; path: string }[] = [];

  constructor(private readonly folder: string) {
    this.hook = { preload: "profile-preload.mjs", env: { BENCH_PROFILES: folder } };
  }

  async during<T>(server_pid: number, name: string, work: () => Promise<T>): Promise<T> {
    this.pid ??= busiestOf(server_pid);
    const pid = this.pid;
    process.kill(pid, "SIGUSR2");
    const result = await work();
    process.kill(pid, "SIGUSR2");
    const written = join(this.folder, `${this.files.length}.cpuprofile`);
    while (!existsSync(written)) await new Promise((resolve) => setTimeout(resolve, 100));
    const path = join(this.folder, `${name.replace(/\W+/g, "-")}.cpuprofile`);
    renameSync(written, path);
    this.files.push({ name, path });
    return result;
  }

  report(): void {
    const locate = locator();
    for (const { name, path } of this.files) {
      say(`\n${name}: CPU of the server by part`);
      reportParts(partsOf(JSON.parse(readFileSync(path, "utf8")), locate));
    }
  }
}

/** The process that answers, if another one supervises it. */
function busiestOf(server_pid: number): number {
  const [busiest] = processTree(server_pid).sort((a, b) => processCpuMs(b) - processCpuMs(a));
  return busiest ?? server_pid;
}
