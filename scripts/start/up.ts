import { join } from "node:path";
import { upOptions } from "@/scripts/bootstrap/options.mjs";
import { forgetStart, writeRunFile } from "@/scripts/bootstrap/running.mjs";
import { settings } from "@/scripts/bootstrap/settings.mjs";
import { say, step } from "@/scripts/bootstrap/steps.mjs";
import { endAll, endOnSignal, isEnding, onExit } from "./cleanup";
import { deleteEverything } from "./fresh";
import { greet } from "./greeting";
import { type Prepared, prepare } from "./prepare";
import { prepareRelease, type Release } from "./release";
import { lastLines, startServer, waitUntilReady } from "./server";

export async function run(argv: string[]): Promise<void> {
  endOnSignal(() => say("\nStopping …"));
  try {
    await up(argv);
  } catch (error) {
    // A step that was interrupted by Ctrl-C reports no error.
    if (isEnding()) return;
    await endAll();
    throw error;
  }
}

async function up(argv: string[]): Promise<void> {
  const { fresh, demo } = upOptions(argv);
  const { port, data_dir, public_url } = settings();
  writeRunFile(data_dir, { pid: process.pid, url: public_url });
  onExit(() => forgetStart(data_dir));
  if (fresh) await step("Fresh", () => deleteEverything(data_dir));
  const [release, prepared] = await buildAndPrepare({ data_dir, public_url, demo });
  const server = await step("Server", async (progress) => {
    const started = startServer({ ...release, port, log: join(data_dir, "server.log"), env: prepared.env });
    writeRunFile(data_dir, { pid: process.pid, url: public_url, server_pid: started.pid });
    await waitUntilReady(started, port, progress);
    return started;
  });
  greet({ url: public_url, demo: prepared.demo, took_ms: performance.now(), log: server.log });
  const code = await server.ended;
  if (!isEnding())
    throw new Error(`The server ended by itself (${code ?? "killed"}). Its last words:\n${lastLines(server.log)}`);
}

type Installation = { data_dir: string; public_url: string; demo: boolean };

/** The database, its migrations and its demo need nothing of the build. Whatever fails, what they opened is closed by `endAll`. */
async function buildAndPrepare(installation: Installation): Promise<[Release, Prepared]> {
  // The build begins first: it takes over the environment before `prepare` adds the server's to it.
  const building = step("Build", (progress) => prepareRelease(process.cwd(), progress));
  const preparing = prepare(installation);
  try {
    return await Promise.all([building, preparing]);
  } catch (error) {
    await preparing.catch(() => undefined);
    throw error;
  }
}
