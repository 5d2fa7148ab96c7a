import { type SQL, sql } from "drizzle-orm";
import { inBatches } from "@/db/in-batches";
import { inTenant } from "@/db/tenancy";
import type { Retention } from "@/lib/domain/area";
import { areas } from "@/lib/domain/areas";
import type { Clock } from "@/lib/kernel/clock";

const retentions = areas.flatMap(({ retention = [] }) => retention);

/** Deletes the organization's rows after their retention period. Returns the counts by table. */
export async function pruneOrganization(organization_id: string, clock: Clock): Promise<Record<string, number>> {
  const now = clock.now().toString();
  const counts: Record<string, number> = {};
  for (const retention of retentions) {
    counts[retention.table] = await inBatches((limit) =>
      inTenant(
        { organization_id, user_id: null },
        (db) => db.execute(expired(organization_id, retention, now, limit)),
        {
          timeout_class: "job",
        },
      ),
    );
  }
  return counts;
}

function expired(organization_id: string, retention: Retention, now: string, limit: number): SQL {
  const table = sql.identifier(retention.table);
  const key = sql.join(
    (retention.key ?? ["id"]).map((column) => sql.identifier(column)),
    sql`, `,
  );
  return sql`delete from ${table} where organization_id = ${organization_id} and (${key}) in
    (select ${key} from ${table} where organization_id = ${organization_id}
      and ${sql.identifier(retention.column)} < ${now}::timestamptz - make_interval(hours => ${retention.hours})
      limit ${limit})`;
}
