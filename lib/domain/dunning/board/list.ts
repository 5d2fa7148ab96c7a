import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/dunning/dunning";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { operation } from "@/lib/kernel/operation";
import { dunningGroups } from "@/lib/values/dunning";
import { toResponse } from "./response";
import { type BoardCtx, type BoardFilters, casesWith, type StoredCase } from "./select";

type Row = StoredCase & { rank: number; payer_at: string; payer_id: string; sorted_at: string };
type Page = BoardFilters & { limit: number; cursor?: string | undefined };

export const listDunning = operation(contracts.listDunning, (ctx, input) => pageOfDunning(ctx, input));

/** By what happens next, the most recoverable first, then by the time of the next try. The invoices of a payer stand together. */
export async function pageOfDunning(ctx: BoardCtx, { limit, cursor, ...filters }: Page) {
  const rank = sql`coalesce(array_position(${sql.param([...dunningGroups])}::text[], c."group"), ${dunningGroups.length + 1}::int)`;
  const payer = sql`coalesce(c.payer_member_id, c.payer_company_id)`;
  const last = cursor ? decodeCursor(cursor, 5) : null;
  const { rows } = await ctx.db.execute<Row>(sql`
    select w.* from (
      select c.*, ${rank} as rank, ${payer} as payer_id,
        min(c.sorted_at) over (partition by c."group", ${payer}) as payer_at
      from ${casesWith(ctx, filters)}) w
    ${
      last
        ? sql`where (w.rank, w.payer_at, w.payer_id, w.sorted_at, w.id)
            > (${last[0]}::int, ${last[1]}::text, ${last[2]}::uuid, ${last[3]}::text, ${last[4]}::uuid)`
        : sql``
    }
    order by w.rank, w.payer_at, w.payer_id, w.sorted_at, w.id limit ${limit + 1}`);
  const page = toPage(rows, limit, (row) => [row.rank, row.payer_at, row.payer_id, row.sorted_at, row.id]);
  return { ...page, data: page.data.map((row) => toResponse(ctx, row)) };
}
