import { type SQL, sql } from "drizzle-orm";
import type { Retention } from "@/lib/domain/area";

/** Deletes up to `limit` rows that are older than their retention. With `organization_id` only rows of that organization. */
export function deleteExpired(
  { table, key = ["id"], column, hours, only }: Retention,
  now: string,
  limit: number,
  organization_id?: string,
): SQL {
  const rows = sql.identifier(table);
  const columns = sql.join(
    key.map((name) => sql.identifier(name)),
    sql`, `,
  );
  const inOrganization = organization_id ? sql`organization_id = ${organization_id} and` : sql``;
  const ofKind = only ? sql`${sql.identifier(only.column)} = any(${sql.param([...only.values])}::text[]) and` : sql``;
  return sql`delete from ${rows} where ${inOrganization} (${columns}) in
    (select ${columns} from ${rows} where ${inOrganization} ${ofKind}
      ${sql.identifier(column)} < ${now}::timestamptz - make_interval(hours => ${hours}) limit ${limit})`;
}
