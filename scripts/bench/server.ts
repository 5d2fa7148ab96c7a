import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { end } from "@/scripts/bootstrap/processes.mjs";
import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import { type Server, startServer, waitUntilReady } from "@/scripts/start/server";
import type { Stage } from "./stage";

type Hook = { preload: string; env: Record<string, string> };

/** The production server, with a module of the bench loaded into it where one is asked for. */
export async function serve({ release, port, log, env }: Stage, progress: Progress, hook?: Hook): Promise<Server> {
  const hooked = hook && {
    ...hook.env,
    NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, hook.preload)).href}`,
  };
  const server = startServer({ folder: release, port, log, env: { ...env, ...hooked } });
  await waitUntilReady(server, port, progress);
  return server;
}

export async function stopServer(server: Server): Promise<void> {
  await end(server.pid);
  await server.ended;
}
