import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/members";
import { getLocationRow } from "@/lib/domain/locations";
import { operation } from "@/lib/kernel/operation";
import { type MemberStatus, memberStatuses } from "@/lib/values/statuses";
import { conditions, daysTable, memberTables } from "./filters";
import { statusQuery } from "./status-query";

/** All statuses in one pass over the memberships; a query per status would read them eight times. */
export const countMembers = operation(contracts.countMembers, async (ctx, { location_id }) => {
  const { db, organization_id } = ctx;
  if (location_id) await getLocationRow(ctx, location_id);
  const { rows } = await db.execute<{ status: MemberStatus; n: number }>(sql`
    with ${daysTable(ctx)}, chosen as (
      select m.id, d.today from ${memberTables} where ${conditions({ location_id }, ctx)}
    )
    select coalesce(s.status, 'none') as status, count(*)::int as n
    from chosen left join (${statusQuery({
      from: sql`memberships ms join chosen c on c.id = ms.member_id`,
      today: sql`c.today`,
      where: sql`ms.organization_id = ${organization_id}`,
    })}) s on s.member_id = chosen.id
    group by 1`);
  const counted = new Map(rows.map(({ status, n }) => [status, n]));
  const by_status = Object.fromEntries(memberStatuses.map((status) => [status, counted.get(status) ?? 0]));
  return { all: rows.reduce((sum, { n }) => sum + n, 0), by_status: by_status as Record<MemberStatus, number> };
});
