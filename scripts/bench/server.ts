import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { end } from "@/scripts/bootstrap/processes.mjs";
import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import { type Server, startServer, waitUntilReady } from "@/scripts/start/server";

type Options = { folder: string; port: number; log: string; env: Record<string, string>; preload?: string };

/** The production server, with a module of the bench loaded into it where one is asked for. */
export async function serve({ preload, env, ...options }: Options, progress: Progress): Promise<Server> {
  const hook = preload && pathToFileURL(join(import.meta.dirname, preload)).href;
  const server = startServer({ ...options, env: { ...env, ...(hook && { NODE_OPTIONS: `--import=${hook}` }) } });
  await waitUntilReady(server, options.port, progress);
  return server;
}

export const stopServer = (server: Server): Promise<unknown> =>
  Promise.resolve(end(server.pid)).then(() => server.ended);
