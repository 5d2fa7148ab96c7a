import { type ChildProcess, fork } from "node:child_process";

export type ServerProcess = { url: string; pid: number; kill(): Promise<void> };

/** Starts tests/support/processes/api-server.ts on a free port, with this test's database. */
export async function startServer(env: Record<string, string> = {}): Promise<ServerProcess> {
  const child = fork("tests/support/processes/api-server.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message) => resolve((message as { port: number }).port));
    child.once("exit", (code) => reject(new Error(`The server ended with code ${code} before it listened`)));
  });
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, kill: () => kill(child) };
}

/** Without warning, as a power cut would. */
function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
