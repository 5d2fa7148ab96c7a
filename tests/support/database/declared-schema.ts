import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import type pg from "pg";
import * as schema from "@/db/schema";
import { MIGRATIONS } from "@/scripts/database/migrate";

type Snapshot = ReturnType<typeof generateDrizzleJson>;

const declared = () => generateDrizzleJson(schema);

/** What `npm run db:generate` would write now. */
export const missingMigration = (): Promise<string[]> => generateMigration(latestSnapshot(), declared());

/** The statements that create everything in db/schema in an empty database. */
export const statementsOfSchema = (): Promise<string[]> => generateMigration(generateDrizzleJson({}), declared());

function latestSnapshot(): Snapshot {
  const folder = join(MIGRATIONS, "meta");
  const name = readdirSync(folder)
    .filter((file) => file.endsWith("_snapshot.json"))
    .sort()
    .at(-1);
  return JSON.parse(readFileSync(join(folder, name ?? ""), "utf8"));
}

/** Everything that db/schema can declare, a line each, in PostgreSQL's own words. */
export async function catalogueOf(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ line: string }>(`
    with tables as (select oid, relname, relrowsecurity from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p'))
    select format('table %s%s', relname, case when relrowsecurity then ' with row-level security' end) as line from tables
    union all select format('column %s.%s %s%s%s%s%s', t.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attcollation <> y.typcollation then ' collate ' || a.attcollation::regcollation end,
        case when a.attnotnull then ' not null' end,
        case when a.attgenerated = '' then ' default ' else ' generated ' end || pg_get_expr(d.adbin, d.adrelid),
        case when a.attidentity <> '' then ' identity ' || a.attidentity::text end)
      from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      join pg_type y on y.oid = a.atttypid left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
    union all select format('constraint %s.%s %s', t.relname, k.conname, pg_get_constraintdef(k.oid))
      from tables t join pg_constraint k on k.conrelid = t.oid and k.contype <> 'n'
    union all select pg_get_indexdef(i.indexrelid) from tables t join pg_index i on i.indrelid = t.oid
    union all select format('policy %s.%s %s for %s to %s using (%s) with check (%s)', t.relname, p.polname,
        case when p.polpermissive then 'permissive' else 'restrictive' end, p.polcmd, p.polroles::regrole[],
        pg_get_expr(p.polqual, t.oid), pg_get_expr(p.polwithcheck, t.oid))
      from tables t join pg_policy p on p.polrelid = t.oid`);
  return new Set(rows.map(({ line }) => line));
}
