import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { end } from "@/scripts/bootstrap/processes.mjs";
import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import { type Server, startServer, waitUntilReady } from "@/scripts/start/server";
import type { BenchContext } from "./context";

export type Hook = { preload: string; env: Record<string, string> };

/** Starts the production server, optionally with a preload module of the benchmark. */
export async function serve(
  { release, port, log, env, options }: BenchContext,
  progress: Progress,
  { hook, processes = options.processes }: { hook?: Hook | undefined; processes?: number } = {},
): Promise<Server> {
  const hooked = hook && {
    ...hook.env,
    NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, hook.preload)).href}`,
  };
  const settings = { ...env, WEB_CONCURRENCY: String(processes), ...hooked };
  const server = startServer({ folder: release, port, log, env: settings });
  await waitUntilReady(server, port, progress);
  return server;
}

export async function stopServer(server: Server): Promise<void> {
  await end(server.pid);
  await server.ended;
}
