import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";

export type Account = { uid: number; gid: number } | null;

const ACCOUNT_NOTICE =
  "PostgreSQL does not run as root, so this creates the system user `postgres` (groupadd, useradd) and runs PostgreSQL as that user. To avoid it, run this command as an ordinary user.";

/** The notice for root before `postgresAccount` changes the system; null if it changes nothing. */
export function accountNotice(is_root = process.getuid?.() === 0, has_user = () => lookUp() !== null): string | null {
  return is_root && !has_user() ? ACCOUNT_NOTICE : null;
}

/**
 * PostgreSQL refuses to run as root. As root, it runs as the owner of an existing data folder, or as the system user `postgres`. null: as the
 * current user.
 */
export function postgresAccount(data?: string): Account {
  if (process.getuid?.() !== 0) return null;
  const owner = data && statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const found = lookUp();
  if (found) return found;
  try {
    execFileSync("groupadd", ["--system", "-f", "postgres"], { stdio: "pipe" });
    execFileSync(
      "useradd",
      ["--system", "-M", "-d", "/nonexistent", "-s", "/usr/sbin/nologin", "-g", "postgres", "postgres"],
      {
        stdio: "pipe",
      },
    );
  } catch (cause) {
    throw new Error(
      "PostgreSQL does not run as root and the system user `postgres` could not be created. Run this as an ordinary user, or set DATABASE_URL.",
      { cause },
    );
  }
  const created = lookUp();
  if (!created)
    throw new Error("The system user `postgres` is missing. Run this as an ordinary user, or set DATABASE_URL.");
  return created;
}

function lookUp(): Account {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" }).toString());
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

/** Whether the account may enter every existing folder of the path. */
export function canAccess(account: Account, path: string): boolean {
  if (!account) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat) {
      const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
      if ((stat.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/** The first folder that the account can access. */
export function firstAccessible(account: Account, candidates: string[]): string | null {
  return candidates.find((folder) => canAccess(account, folder)) ?? null;
}
