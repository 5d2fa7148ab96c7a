import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenancy";
import { recordAudit } from "@/lib/kernel/audit";
import { type OrganizationCard, systemCaller } from "@/lib/kernel/caller";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import { sendSignals } from "@/lib/kernel/signals";

/** I12: closes visits whose automatic check-out is due, at the time it was due. A late or repeated run gives the same result. */
export async function closeStaleVisits(organization: OrganizationCard, clock: Clock = systemClock): Promise<number> {
  const caller = systemCaller("Automatic check-out", organization, clock);
  const organization_id = organization.id;
  const closed = await inTenant({ organization_id, user_id: null }, async (db) => {
    const { rows } = await db.execute<{ location_id: string; visits: number }>(sql`
      with closed as (
        update check_ins set check_out_at = auto_check_out_at, check_out_kind = 'automatic'
        where organization_id = ${organization_id} and check_out_at is null and undone_at is null
          and auto_check_out_at <= ${clock.now().toString()}::timestamptz
        returning location_id
      )
      select location_id, count(*)::int as visits from closed group by location_id`);
    if (rows.length > 0) {
      await recordAudit(db, caller, {
        action: "check_ins.close_stale",
        target_type: "organization",
        target_id: organization_id,
        after: { closed: countOf(rows) },
      });
    }
    return rows;
  });
  sendSignals(
    organization_id,
    closed.map(({ location_id }) => ({ topic: "visits", location_id })),
  );
  return countOf(closed);
}

const countOf = (rows: readonly { visits: number }[]) => rows.reduce((sum, { visits }) => sum + visits, 0);
