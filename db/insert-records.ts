import { getTableName, type InferInsertModel, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./tenancy";

/**
 * Inserts rows as one parameter: with a parameter for each cell, the statement takes longer to build and to parse than its rows
 * take to store, and each number of rows is another statement. What all rows share is a second parameter, so that it is written and
 * parsed once. All rows have the keys of the first; other columns get their defaults.
 */
export async function insertRecords<Table extends PgTable>(
  { db }: { db: Database },
  table: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  const [first] = rows as readonly Row[];
  if (!first) return;
  const names = Object.keys(first);
  const columns = sql.join(
    names.map((column) => sql.identifier(column)),
    sql`, `,
  );
  const own = names.filter((name) => (rows as readonly Row[]).some((row) => row[name] !== first[name]));
  const shared = names.filter((name) => !own.includes(name));
  await db.execute(sql`
    insert into ${table} (${columns})
    select ${columns} from json_populate_recordset(
      json_populate_record(null::${sql.identifier(getTableName(table))}, ${JSON.stringify(pick(first, shared))}::json),
      ${JSON.stringify(rows.map((row) => pick(row, own)))}::json)`);
}

type Row = Record<string, unknown>;

function pick(row: Row, names: readonly string[]): Row {
  const picked: Row = {};
  for (const name of names) picked[name] = row[name];
  return picked;
}
