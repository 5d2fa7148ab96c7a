import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Account, canReach } from "./account";
import { installedPostgres } from "./binaries";

/** Kept outside of any home: root's own folder is closed to the user `postgres`. */
export const SYSTEM_FOLDER = "/var/lib/fitflow";

/** Where `account` may execute PostgreSQL; copies it out when the packages lie below a folder that only root enters. */
export function postgresPrograms(account: Account): string {
  const { folder, version } = installedPostgres();
  if (canReach(account, join(folder, "bin"))) return folder;
  const copy = join(SYSTEM_FOLDER, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
    cpSync(folder, partial, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(partial, copy);
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return copy;
}
