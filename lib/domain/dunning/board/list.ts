import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/dunning/dunning";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { operation } from "@/lib/kernel/operation";
import { dunningGroups } from "@/lib/values/dunning";
import { toResponse } from "./response";
import { casesWith, type StoredCase } from "./select";

type Row = StoredCase & { rank: number; sorted_at: string };

/** By what happens next, the most recoverable first, then by the time of the next try. */
export const listDunning = operation(contracts.listDunning, async (ctx, { limit, cursor, ...filters }) => {
  const rank = sql`coalesce(array_position(${sql.param([...dunningGroups])}::text[], c."group"), ${dunningGroups.length + 1}::int)`;
  const last = cursor ? decodeCursor(cursor, 3) : null;
  const { rows } = await ctx.db.execute<Row>(sql`
    select c.*, ${rank} as rank from ${casesWith(ctx, filters)}
    ${last ? sql`where (${rank}, c.sorted_at, c.id) > (${last[0]}::int, ${last[1]}::text, ${last[2]}::uuid)` : sql``}
    order by ${rank}, c.sorted_at, c.id limit ${limit + 1}`);
  const page = toPage(rows, limit, (row) => [row.rank, row.sorted_at, row.id]);
  return { ...page, data: page.data.map((row) => toResponse(ctx, row)) };
});
