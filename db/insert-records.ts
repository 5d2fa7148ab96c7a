import { getTableName, type InferInsertModel, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./tenancy";

/**
 * Inserts rows as one parameter: with a parameter for each cell, the statement takes longer to build and to parse than its rows
 * take to store, and each number of rows is another statement. All rows have the keys of the first; other columns get their
 * defaults.
 */
export async function insertRecords<Table extends PgTable>(
  { db }: { db: Database },
  table: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(
    Object.keys(first).map((column) => sql.identifier(column)),
    sql`, `,
  );
  await db.execute(sql`
    insert into ${table} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.identifier(getTableName(table))}, ${JSON.stringify(rows)}::json)`);
}
