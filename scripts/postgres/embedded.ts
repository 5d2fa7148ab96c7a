import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { freePort, portIsFree } from "@/scripts/bootstrap/port.mjs";
import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import { withDatabase, withLogin } from "@/scripts/database/connect";
import { initialise, isInitialised, SUPERUSER, start, stop } from "./cluster";
import { createDatabase, DATABASE, OWNER_ROLE } from "./create";
import { chooseData, readLocation, rejectForeignData, writeLocation } from "./location";
import { runningPostmaster } from "./postmaster";

export type Embedded = { owner_url: string; summary: string; leave: () => Promise<void> };

// The planner's defaults are for hard disks. JIT compilation takes longer than most statements.
const SETTINGS = { random_page_cost: "1.1", jit: "off", max_connections: "120" };

type Passwords = { DATABASE_SUPERUSER_PASSWORD: string; DATABASE_OWNER_PASSWORD: string };

/** Starts the embedded PostgreSQL of a data folder, or joins the running one. Returns the owner's URL. */
export async function openEmbedded(data_dir: string, passwords: Passwords, progress: Progress): Promise<Embedded> {
  const known = readLocation(data_dir);
  const data = known?.data ?? chooseData(data_dir);
  rejectForeignData(data);
  const isNew = !isInitialised(data);
  if (isNew) {
    progress("creating the data folder");
    initialise(data, passwords.DATABASE_SUPERUSER_PASSWORD);
  }
  progress("starting PostgreSQL");
  const port = known && (await portIsFree(known.port)) ? known.port : await freePort();
  const cluster = await start(data, port, SETTINGS);
  // Several processes, also of different users, may use the server. The last one stops it.
  const users = [...(readLocation(data_dir)?.users ?? []).filter((pid) => pid !== process.pid), process.pid];
  writeLocation(data_dir, { data, port: cluster.port, users });
  const leave = () => releaseEmbedded(data_dir);
  const superuser_url = `postgres://${SUPERUSER}:${passwords.DATABASE_SUPERUSER_PASSWORD}@127.0.0.1:${cluster.port}/postgres`;
  try {
    await createDatabase(superuser_url, passwords.DATABASE_OWNER_PASSWORD);
  } catch (error) {
    await leave();
    throw withHint(error, data_dir);
  }
  return {
    owner_url: withLogin(withDatabase(superuser_url, DATABASE), OWNER_ROLE, passwords.DATABASE_OWNER_PASSWORD),
    summary: `PostgreSQL on port ${cluster.port}${cluster.found === "running" ? ", already running" : isNew ? ", new" : ""}`,
    leave,
  };
}

async function releaseEmbedded(data_dir: string): Promise<void> {
  const location = readLocation(data_dir);
  if (!location) return;
  const others = location.users.filter((pid) => pid !== process.pid);
  writeLocation(data_dir, { ...location, users: others });
  const running = runningPostmaster(location.data);
  if (running && !others.length) await stop(running);
}

/** Deletes the database permanently. */
export async function deleteEmbedded(data_dir: string): Promise<void> {
  const location = readLocation(data_dir);
  const data = location?.data ?? chooseData(data_dir);
  const user = location?.users.find((pid) => pid !== process.pid);
  if (user) throw new Error(`The database is in use by process ${user}. Stop it first. Nothing was deleted.`);
  const running = runningPostmaster(data);
  if (running) await stop(running);
  rmSync(data, { recursive: true, force: true });
  rmSync(`${dirname(data)}/postgres.log`, { force: true });
}

function withHint(error: unknown, data_dir: string): unknown {
  const code = (error as { cause?: { code?: string } }).cause?.code;
  if (code !== "28P01") return error;
  return new Error(
    `The embedded database rejects the password in ${data_dir}/secrets.json. Restore that file from a backup, or start over with --fresh.`,
    { cause: error },
  );
}
