import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/kernel/operation";
import { conditions, containsAll, daysTable, type MemberFilters, memberTables, termsOf } from "./filters";

type Scope = Pick<Ctx<unknown>, "db" | "organization" | "organization_id" | "caller" | "now">;

/** The members that filters of the list choose, in the order of their ids: so many after one of them, for work that goes on later. */
export async function selectMembers(
  scope: Scope,
  filters: MemberFilters,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const terms = termsOf(filters);
  const { rows } = await scope.db.execute<{ id: string }>(sql`
    with ${daysTable(scope)} select m.id from ${memberTables}
    where ${conditions(filters, scope)} ${terms ? sql`and ${containsAll(terms)}` : sql``}
      ${after === null ? sql`` : sql`and m.id > ${after}::uuid`}
    order by m.id limit ${limit}`);
  return rows.map(({ id }) => id);
}
