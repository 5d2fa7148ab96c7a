import { getTableName, type InferInsertModel, type Table } from "drizzle-orm";
import type { Client } from "pg";

const ROWS_AT_ONCE = 4_000;

/** All rows must have the same columns. Columns missing in the first row get their defaults. */
export async function insertRows<T extends Table>(
  client: Client,
  table: T,
  rows: readonly InferInsertModel<T>[],
  onRows?: (inserted: number) => void,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const name = client.escapeIdentifier(getTableName(table));
  const columns = Object.keys(first)
    .map((column) => client.escapeIdentifier(column))
    .join(", ");
  const statement = `insert into ${name} (${columns}) select ${columns} from json_populate_recordset(null::${name}, $1::json)`;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const part = rows.slice(from, from + ROWS_AT_ONCE);
    await client.query(statement, [JSON.stringify(part)]);
    onRows?.(from + part.length);
  }
}
