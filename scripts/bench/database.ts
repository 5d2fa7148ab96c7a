import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/bootstrap/port.mjs";
import { withConnection, withDatabase, withLogin } from "@/scripts/database/connect";
import { migrate } from "@/scripts/database/migrate";
import { APPLICATION_ROLE, ensureLogin } from "@/scripts/database/roles";
import { firstAccessible, postgresAccount } from "@/scripts/postgres/account";
import { initialise, SUPERUSER, start, stop } from "@/scripts/postgres/cluster";
import { createDatabase, DATABASE, OWNER_ROLE } from "@/scripts/postgres/create";
import { runningPostmaster } from "@/scripts/postgres/postmaster";
import { hasStatistics, statisticsSettings } from "./statistics";

// Durable as in production.
const SETTINGS = {
  random_page_cost: "1.1",
  jit: "off",
  max_connections: "120",
  shared_buffers: "512MB",
  maintenance_work_mem: "256MB",
  max_wal_size: "4GB",
};

const PASSWORD = "bench";

export type BenchDatabase = {
  folder: string;
  postmaster_pid: number;
  /** The superuser's, to a database without tables of the application. */
  postgres_url: string;
  superuser_url: string;
  owner_url: string;
  app_url: string;
  has_statistics: boolean;
  discard: () => Promise<void>;
};

type Options = { wants_statistics: boolean };

export async function openDatabase({ wants_statistics }: Options): Promise<BenchDatabase> {
  const parent = firstAccessible(postgresAccount(), [tmpdir(), "/tmp", "/var/tmp"]);
  if (!parent)
    throw new Error(`The user postgres cannot reach ${tmpdir()}. Set TMPDIR to a folder that all users may enter.`);
  const folder = mkdtempSync(join(parent, "fitflow-bench-"));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "owner"), String(process.pid));
  const data = join(folder, "postgres");
  const discard = async () => {
    const running = runningPostmaster(data);
    if (running) await stop(running);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    initialise(data, PASSWORD);
    const port = await freePort();
    const postgres_url = `postgres://${SUPERUSER}:${PASSWORD}@127.0.0.1:${port}/postgres`;
    let cluster = await start(data, port, SETTINGS);
    const has_statistics = wants_statistics && (await withConnection(postgres_url, hasStatistics));
    if (has_statistics) {
      await stop(cluster);
      cluster = await start(data, port, { ...SETTINGS, ...statisticsSettings });
    }
    await createDatabase(postgres_url, PASSWORD);
    const superuser_url = withDatabase(postgres_url, DATABASE);
    const owner_url = withLogin(superuser_url, OWNER_ROLE, PASSWORD);
    await migrate(owner_url);
    await ensureLogin(owner_url, APPLICATION_ROLE, PASSWORD);
    const app_url = withLogin(owner_url, APPLICATION_ROLE, PASSWORD);
    const { pid } = cluster;
    return { folder, postmaster_pid: pid, postgres_url, superuser_url, owner_url, app_url, has_statistics, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}
