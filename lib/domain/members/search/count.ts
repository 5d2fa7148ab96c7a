import { sql } from "drizzle-orm";
import type { z } from "zod";
import * as contracts from "@/lib/contracts/members/members";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { KeptReads } from "@/lib/kernel/kept-reads";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { policiesOf } from "@/lib/values/policies";
import { type MemberStatus, memberStatuses } from "@/lib/values/statuses";
import { conditions, daysTable } from "./filters";
import { statusQuery } from "./status-query";

type Counts = z.input<typeof contracts.countMembers.output>;

/** A big gym's counts take a quarter of a second; they may be this old. A small gym's are always of this moment. */
const keptMs = 15_000;
const bigGym = 20_000;
const bigCounts = new KeptReads<Counts>({ kept_ms: keptMs, isKept: ({ all }) => all >= bigGym });

export const countMembers = operation(contracts.countMembers, async (ctx, { location_id }) => {
  if (location_id) await getLocationRow(ctx, location_id);
  const { expiring_days } = policiesOf(ctx.organization);
  const key = JSON.stringify([ctx.organization_id, ctx.caller.location_ids, location_id, expiring_days]);
  return bigCounts.read(key, () => count(ctx, location_id));
});

/** All statuses in one pass over the memberships; a query for each would read them eight times. */
async function count(ctx: Ctx, location_id: string | undefined): Promise<Counts> {
  const { db, organization_id } = ctx;
  const source = {
    from: sql`memberships ms join chosen c on c.id = ms.member_id`,
    today: sql`c.today`,
    where: sql`ms.organization_id = ${organization_id}`,
  };
  const judged = statusQuery(source, policiesOf(ctx.organization));
  const { rows } = await db.execute<{ status: MemberStatus | null; n: number }>(sql`
    with ${daysTable(ctx)}, chosen as (
      select m.id, d.today from members m join days d on d.location_id = m.home_location_id
      where ${conditions({ location_id }, ctx)}
    )
    select status, count(*)::int as n from (${judged}) s group by status
    union all select null, count(*)::int from chosen`);
  const counted = new Map(rows.map(({ status, n }) => [status, n]));
  const all = counted.get(null) ?? 0;
  const begun = [...counted].reduce((sum, [status, n]) => (status ? sum + n : sum), 0);
  const by_status = Object.fromEntries(memberStatuses.map((status) => [status, counted.get(status) ?? 0]));
  return { all, by_status: { ...(by_status as Counts["by_status"]), none: all - begun } };
}
