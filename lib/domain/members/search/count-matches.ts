import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/kernel/operation";
import { daysTable, type MemberFilters } from "./filters";
import { matches } from "./page-query";

export type Total = { count: number; is_capped: boolean };

/** Counts up to `cap`, because an exact count of more is expensive and not needed. */
export async function countMatches(ctx: Ctx<unknown>, filters: MemberFilters, cap: number): Promise<Total> {
  const { rows } = await ctx.db.execute<{ n: number }>(sql`
    with ${daysTable(ctx)} select count(*)::int as n from (${matches(filters, cap + 1, ctx)}) found`);
  const n = rows[0]?.n ?? 0;
  return { count: Math.min(n, cap), is_capped: n > cap };
}
