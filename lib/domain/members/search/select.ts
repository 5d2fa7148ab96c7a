import { sql } from "drizzle-orm";
import type { OrganizationCtx, ReadCtx } from "@/lib/kernel/operation";
import { conditions, containsAll, daysTable, type MemberFilters, memberTables, termsOf } from "./filters";

/** Ids of the members that the filters select, in id order, after a given id. For work in batches. */
export async function selectMembers(
  ctx: OrganizationCtx & ReadCtx,
  filters: MemberFilters,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const terms = termsOf(filters);
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    with ${daysTable(ctx)} select m.id from ${memberTables}
    where ${conditions(filters, ctx)} ${terms ? sql`and ${containsAll(terms)}` : sql``}
      ${after === null ? sql`` : sql`and m.id > ${after}::uuid`}
    order by m.id limit ${limit}`);
  return rows.map(({ id }) => id);
}
