import { and, desc, eq, sql } from "drizzle-orm";
import { bulkMessages } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notification-bulk";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { operation } from "@/lib/kernel/operation";
import { present, readBulk } from "./find";
import { bulkWithinReach } from "./reach";

export const listBulk = operation(contracts.listBulk, async (ctx, { limit, cursor }) => {
  const [at, id] = cursor ? decodeCursor(cursor, 2) : [];
  const rows = await ctx.db
    .select()
    .from(bulkMessages)
    .where(
      and(
        eq(bulkMessages.organization_id, ctx.organization_id),
        bulkWithinReach(ctx.caller.location_ids),
        cursor ? sql`(${bulkMessages.created_at}, ${bulkMessages.id}) < (${at}::timestamptz, ${id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(bulkMessages.created_at), desc(bulkMessages.id))
    .limit(limit + 1);
  const { data, next_cursor } = toPage(rows, limit, (row) => [row.created_at, row.id]);
  return { data: await present(ctx, data), next_cursor };
});

export const getBulk = operation(contracts.getBulk, (ctx, { id }) => readBulk(ctx, id));
