import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Account, canAccess } from "./account";
import { installedPostgres } from "./binaries";

/** Outside of any home folder, because root's is not accessible to the user `postgres`. */
export const SYSTEM_FOLDER = "/var/lib/fitflow";

/** A folder from which `account` may execute PostgreSQL. Copies the programs if the packages are not accessible. */
export function postgresPrograms(account: Account): string {
  const { folder, version } = installedPostgres();
  if (canAccess(account, join(folder, "bin"))) return folder;
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
