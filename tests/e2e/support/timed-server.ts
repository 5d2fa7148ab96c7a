import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const startMs = 120_000;

/** A server of its own, whose clock the test moves forward. */
export class TimedServer {
  private offset_ms = 0;

  private constructor(
    readonly baseURL: string,
    private readonly child: ChildProcess,
    private readonly file: string,
  ) {}

  /** `port`: free on this machine, and not that of the other tests. */
  static async start(port: number): Promise<TimedServer> {
    const file = join(await mkdtemp(join(tmpdir(), "fitflow-time-")), "offset");
    await writeFile(file, "0");
    const child = spawn(process.execPath, ["scripts/e2e-server.mjs"], {
      stdio: "ignore",
      env: {
        ...process.env,
        ...{ NODE_ENV: "production", E2E_PORT: String(port), E2E_DEMO: "0", VIRTUAL_TIME_FILE: file },
        NODE_OPTIONS: `--require ${resolve("tests/e2e/support/virtual-time.cjs")}`,
      },
    });
    const server = new TimedServer(`http://127.0.0.1:${port}`, child, file);
    await server.isReady();
    return server;
  }

  private async isReady(): Promise<void> {
    const deadline = performance.now() + startMs;
    while (performance.now() < deadline && this.child.exitCode === null) {
      const response = await fetch(`${this.baseURL}/api/health/ready`).catch(() => null);
      if (response?.ok) return;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error("The server with a virtual clock did not start");
  }

  now = (): number => Date.now() + this.offset_ms;

  async advance({ days = 0, hours = 0 }: { days?: number; hours?: number }): Promise<void> {
    this.offset_ms += (days * 24 + hours) * 3_600_000;
    await writeFile(this.file, String(this.offset_ms));
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, "exit");
    this.child.kill("SIGTERM");
    await ended;
  }
}
