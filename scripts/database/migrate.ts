import { join } from "node:path";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import type pg from "pg";
import { withConnection } from "./connect";
import { ensureApplicationRole } from "./roles";

// Any number that nobody else uses: two starts at once must not migrate at once.
const LOCK = 7_031_948_120;

export const MIGRATIONS = join(process.cwd(), "db", "migrations");

/** Brings the database to the newest migration; returns how many were applied now. */
export async function migrate(owner_url: string, folder = MIGRATIONS): Promise<{ applied: number; total: number }> {
  await ensureApplicationRole(owner_url);
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  return withConnection(owner_url, async (client) => {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const before = await appliedHashes(client);
    refuseOtherHistory(before, migrations);
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
    await forceRowLevelSecurity(client);
    return { applied: (await appliedHashes(client)).length - before.length, total: migrations.length };
  });
}

async function appliedHashes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ present: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as present",
  );
  if (!rows[0]?.present) return [];
  const found = await client.query<{ hash: string }>(
    "select hash from drizzle.__drizzle_migrations order by created_at, id",
  );
  return found.rows.map(({ hash }) => hash);
}

/** A database of a newer version has these migrations and further ones, and is accepted. */
function refuseOtherHistory(applied: string[], migrations: MigrationMeta[]): void {
  const isOther = applied.some((hash, position) => migrations[position] && migrations[position].hash !== hash);
  if (isOther)
    throw new Error(
      "The database was made by another version of FitFlow Pro, with migrations that this version does not have. It cannot be brought up to date. Run `npm run up -- --fresh` to delete the embedded database and create a new one, or set DATABASE_URL to an empty database.",
    );
}

/** drizzle-kit writes ENABLE only. FORCE binds the owner of the tables as well. */
async function forceRowLevelSecurity(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity and not relforcerowsecurity`,
  );
  for (const { name } of rows) await client.query(`alter table ${name} force row level security`);
}
