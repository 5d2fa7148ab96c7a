import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/bootstrap/port.mjs";
import { end, isAlive, isRunning } from "@/scripts/bootstrap/processes.mjs";
import { withConnection, withDatabase, withLogin } from "@/scripts/database/connect";
import { migrate } from "@/scripts/database/migrate";
import { APPLICATION_ROLE, ensureLogin } from "@/scripts/database/roles";
import { firstAccessible, postgresAccount } from "./account";
import { initialise, SUPERUSER, start, stop } from "./cluster";
import { createDatabase, OWNER_ROLE } from "./create";
import { runningPostmaster } from "./postmaster";

const PREFIX = "fitflow-test-";
const PASSWORD = "throw-away";
const TEMPLATE = "template_fitflow";

// The data is temporary: no durability, for speed.
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  shared_buffers: "64MB",
  max_connections: "200",
  jit: "off",
};

export type ThrowAway = { folder: string; superuser_url: string; owner_url: string; app_url: string };

/** Starts a temporary PostgreSQL with one migrated template database. */
export async function startTemporaryCluster(): Promise<ThrowAway> {
  sweep();
  const parent = firstAccessible(postgresAccount(), [tmpdir(), "/tmp", "/var/tmp"]);
  if (!parent)
    throw new Error(`The user postgres cannot reach ${tmpdir()}. Set TMPDIR to a folder that all users may enter.`);
  const folder = mkdtempSync(join(parent, PREFIX));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "owner"), String(process.pid));
  const data = join(folder, "postgres");
  initialise(data, PASSWORD, ["--no-sync"]);
  const { port } = await start(data, await freePort(), SETTINGS);
  const superuser_url = `postgres://${SUPERUSER}:${PASSWORD}@127.0.0.1:${port}/postgres`;
  await createDatabase(superuser_url, PASSWORD, TEMPLATE);
  const owner_url = withLogin(withDatabase(superuser_url, TEMPLATE), OWNER_ROLE, PASSWORD);
  const app_url = withLogin(owner_url, APPLICATION_ROLE, PASSWORD);
  await migrate(owner_url);
  await ensureLogin(owner_url, APPLICATION_ROLE, PASSWORD);
  return { folder, superuser_url, owner_url, app_url };
}

/** Clones the template database. */
export async function cloneDatabase(from: ThrowAway, name: string): Promise<Pick<ThrowAway, "owner_url" | "app_url">> {
  await withConnection(from.superuser_url, (client) =>
    client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${TEMPLATE} OWNER ${OWNER_ROLE}`),
  );
  return { owner_url: withDatabase(from.owner_url, name), app_url: withDatabase(from.app_url, name) };
}

export async function discard({ folder }: Pick<ThrowAway, "folder">): Promise<void> {
  await endServer(join(folder, "server"));
  const running = runningPostmaster(join(folder, "postgres"));
  if (running) await stop(running);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function endServer(file: string): Promise<void> {
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8"));
  if (isRunning(pid, "-server")) await end(pid);
}

// Deletes clusters of killed test runs.
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (isAlive(Number(readFileSync(join(folder, "owner"), "utf8")))) continue;
      discard({ folder }).catch(() => undefined);
    } catch {
      // Owned by another user, or already deleted.
    }
  }
}
