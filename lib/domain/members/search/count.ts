import { sql } from "drizzle-orm";
import type { z } from "zod";
import * as contracts from "@/lib/contracts/members/members";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { SingleFlightCache } from "@/lib/kernel/single-flight-cache";
import { policiesOf } from "@/lib/values/policies";
import { currentStatuses, type MemberStatus, memberStatuses } from "@/lib/values/statuses";
import { conditions, daysTable } from "./filters";
import { statusQuery } from "./status-query";

type Counts = z.input<typeof contracts.countMembers.output>;

/** Counts of a large organization take 250 ms, so they are cached for this time. Counts of a small one are always current. */
const maxAgeMs = 15_000;
const cachedFromMembers = 20_000;
const cachedCounts = new SingleFlightCache<Counts>({
  max_age_ms: maxAgeMs,
  isCacheable: ({ all }) => all >= cachedFromMembers,
});

export const countMembers = operation(contracts.countMembers, async (ctx, { location_id }) => {
  if (location_id) await getLocationRow(ctx, location_id);
  const { expiring_days } = policiesOf(ctx.organization);
  const key = JSON.stringify([ctx.organization_id, ctx.caller.location_ids, location_id, expiring_days]);
  return cachedCounts.read(key, () => count(ctx, location_id));
});

/** Counts all statuses in one pass over the memberships instead of eight queries. */
async function count(ctx: Ctx, location_id: string | undefined): Promise<Counts> {
  const { db, organization_id } = ctx;
  const source = {
    from: sql`memberships ms join chosen c on c.id = ms.member_id`,
    today: sql`c.today`,
    where: sql`ms.organization_id = ${organization_id}`,
  };
  const evaluated = statusQuery(source, policiesOf(ctx.organization));
  const { rows } = await db.execute<{ status: MemberStatus | null; n: number }>(sql`
    with ${daysTable(ctx)}, chosen as (
      select m.id, d.today from members m join days d on d.location_id = m.home_location_id
      where ${conditions({ location_id }, ctx)}
    )
    select status, count(*)::int as n from (${evaluated}) s group by status
    union all select null, count(*)::int from chosen`);
  const counted = new Map(rows.map(({ status, n }) => [status, n]));
  const all = counted.get(null) ?? 0;
  const begun = [...counted].reduce((sum, [status, n]) => (status ? sum + n : sum), 0);
  const by_status = Object.fromEntries(memberStatuses.map((status) => [status, counted.get(status) ?? 0]));
  const current = currentStatuses.reduce((sum, status) => sum + (counted.get(status) ?? 0), 0);
  return { all, current, by_status: { ...(by_status as Counts["by_status"]), none: all - begun } };
}
