import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { step } from "@/scripts/bootstrap/steps.mjs";
import { cloneDatabase, discard, startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { endAll, endOnSignal, isEnding, onExit } from "@/scripts/start/cleanup";
import { seedOnce } from "@/scripts/start/demo";
import { prepareRelease } from "@/scripts/start/release";
import { loadSecrets } from "@/scripts/start/secrets";
import { lastLines, startServer, waitUntilReady } from "@/scripts/start/server";
import { serverEnv } from "@/scripts/start/server-env";

/** Runs the production server on a temporary database, for the browser tests: with the demo, unless E2E_DEMO is 0. */
export async function run(): Promise<void> {
  endOnSignal(() => undefined);
  try {
    await serve();
  } catch (error) {
    if (isEnding()) return;
    await endAll();
    throw error;
  }
}

async function serve(): Promise<void> {
  const port = Number(process.env.E2E_PORT ?? 3100);
  const public_url = `http://127.0.0.1:${port}`;
  const release = await step("Build", (progress) => prepareRelease(process.cwd(), progress));
  const cluster = await step("Database", startTemporaryCluster);
  onExit(() => discard(cluster));
  const data_dir = join(cluster.folder, "data");
  const { owner_url, app_url } = await cloneDatabase(cluster, "e2e");
  const env = {
    ...serverEnv({ app_url, public_url, data_dir }, loadSecrets(data_dir, {})),
    FITFLOW_DEMO: "1",
    // Browsers and server share a machine, so a page may need longer than the default timeouts.
    DATABASE_CONNECT_TIMEOUT_MS: "20000",
    DATABASE_QUERY_TIMEOUT_MS: "20000",
  };
  Object.assign(process.env, env);
  if (process.env.E2E_DEMO !== "0") await step("Demo", (progress) => seedOnce(data_dir, owner_url, progress));
  const server = startServer({ ...release, port, log: join(data_dir, "server.log"), env });
  writeFileSync(join(cluster.folder, "server"), String(server.pid));
  await step("Server", (progress) => waitUntilReady(server, port, progress));
  await server.ended;
  if (!isEnding()) throw new Error(`The server ended by itself. Its last words:\n${lastLines(server.log)}`);
}
