import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { withConnection } from "./connect";
import { ensureApplicationRole } from "./roles";

// Advisory lock: two processes must not migrate at the same time.
const LOCK = 7_031_948_120;

export const MIGRATIONS = join(process.cwd(), "db", "migrations");

/** Applies all pending migrations and returns their number. */
export async function migrate(owner_url: string, folder = MIGRATIONS): Promise<{ applied: number; total: number }> {
  await ensureApplicationRole(owner_url);
  const journal = join(folder, "meta", "_journal.json");
  if (!existsSync(journal)) return { applied: 0, total: 0 };
  const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: unknown[] };
  return withConnection(owner_url, async (client) => {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const count = async () => {
      const { rows } = await client.query<{ present: boolean }>(
        "select to_regclass('drizzle.__drizzle_migrations') is not null as present",
      );
      if (!rows[0]?.present) return 0;
      const found = await client.query<{ n: number }>("select count(*)::int as n from drizzle.__drizzle_migrations");
      return found.rows[0]?.n ?? 0;
    };
    const before = await count();
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
    return { applied: (await count()) - before, total: entries.length };
  });
}
