import { sql } from "drizzle-orm";
import type { Database } from "@/db/tenancy";
import { occupancyOf } from "@/lib/values/occupancy";
import { policiesOf } from "@/lib/values/policies";

export type Occupancy = ReturnType<typeof occupancyOf>;

type Row = { location_id: string; capacity: number | null; policies: Record<string, unknown>; inside: number };

/**
 * The current occupancy of every location of an organization. Always counted: a live screen keeps it until the next change, so a
 * count that lacks what another process wrote would stay.
 */
export async function currentOccupancy(db: Database, organization_id: string, now: string): Promise<Occupancy[]> {
  const { rows } = await db.execute<Row>(sql`
    select l.id as location_id, l.capacity, o.policies,
      (select count(*)::int from check_ins v
        where v.organization_id = ${organization_id} and v.location_id = l.id
          and v.check_out_at is null and v.undone_at is null
          and v.auto_check_out_at > ${now}::timestamptz) as inside
    from locations l
    join organizations o on o.id = l.organization_id
    where l.organization_id = ${organization_id} and l.archived_at is null`);
  return rows.map(({ policies, ...load }) => occupancyOf(load, policiesOf({ policies })));
}
