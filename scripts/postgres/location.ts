import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isAlive } from "@/scripts/bootstrap/processes.mjs";
import { firstAccessible, postgresAccount } from "./account";
import { SYSTEM_FOLDER } from "./programs";

/** Data folder and port of the embedded database, and the processes that use it. */
export type Location = { data: string; port: number; users: number[] };

const file = (data_dir: string) => join(data_dir, "postgres.json");

export function readLocation(data_dir: string): Location | null {
  try {
    const location = JSON.parse(readFileSync(file(data_dir), "utf8")) as Location;
    return { ...location, users: location.users.filter(isAlive) };
  } catch {
    return null;
  }
}

export function writeLocation(data_dir: string, location: Location): void {
  mkdirSync(data_dir, { recursive: true });
  writeFileSync(file(data_dir), JSON.stringify(location));
}

/** Inside the data folder if PostgreSQL's user can access it, else in the system folder (root's home is not accessible to it). */
export function chooseData(data_dir: string): string {
  const inside = join(data_dir, "postgres");
  const fallback = join(SYSTEM_FOLDER, createHash("sha256").update(data_dir).digest("hex").slice(0, 12), "postgres");
  const data = firstAccessible(postgresAccount(inside), [inside, fallback]);
  if (!data)
    throw new Error(
      `The user postgres can access neither ${inside} nor ${fallback}. Set DATA_DIR to a folder that all users may enter.`,
    );
  return data;
}

export function rejectForeignData(data: string): void {
  const uid = process.getuid?.();
  const stat = statSync(data, { throwIfNoEntry: false });
  if (!stat || uid === undefined || uid === 0 || stat.uid === uid) return;
  throw new Error(
    `${data} belongs to another user, because FitFlow Pro was started as that user (or as root) before. Start it as that user, or change the owner of ${dirname(data)} and everything in it.`,
  );
}
