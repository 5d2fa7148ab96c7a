import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenancy";
import { type ScanRow, scansByIds } from "@/lib/domain/access/check-ins";
import { currentOccupancy, type Occupancy } from "@/lib/domain/access/occupancy";
import { systemClock } from "@/lib/kernel/clock";

export type LiveState = {
  rooms: Occupancy[];
  scans: ScanRow[];
  /** The ids of the latest scans; changes with each scan. */
  newest: string;
};

/** The data for all open screens of an organization, read once. */
export function readState(organization_id: string, scan_ids: readonly string[]): Promise<LiveState> {
  return inTenant({ organization_id, user_id: null }, async (db) => {
    const [rooms, scans, newest] = await Promise.all([
      currentOccupancy(db, organization_id, systemClock.now().toString()),
      scan_ids.length > 0 ? scansByIds({ db, organization_id }, scan_ids) : [],
      db.execute<{ newest: string }>(sql`
        select concat(
          (select v.id from check_ins v where v.organization_id = ${organization_id}
            order by v.check_in_at desc, v.id desc limit 1),
          (select d.id from denied_entries d where d.organization_id = ${organization_id}
            order by d.denied_at desc, d.id desc limit 1)) as newest`),
    ]);
    return { rooms, scans, newest: newest.rows[0]?.newest ?? "" };
  });
}
