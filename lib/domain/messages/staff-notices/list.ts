import { and, desc, isNotNull, sql } from "drizzle-orm";
import { staffNotices } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/staff-notices";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { operation } from "@/lib/kernel/operation";
import { countUnread, isUnread, noticeColumns, ownNotices } from "./own";

export const listStaffNotices = operation(contracts.listStaffNotices, async (ctx, { is_unread, limit, cursor }) => {
  const after = cursor ? decodeCursor(cursor, 2) : null;
  const [rows, unread] = await Promise.all([
    ctx.db
      .select(noticeColumns)
      .from(staffNotices)
      .where(
        and(
          ownNotices(ctx),
          is_unread === undefined ? undefined : is_unread ? isUnread : isNotNull(staffNotices.read_at),
          after
            ? sql`(${staffNotices.created_at}, ${staffNotices.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(staffNotices.created_at), desc(staffNotices.id))
      .limit(limit + 1),
    countUnread(ctx),
  ]);
  return { ...toPage(rows, limit, (row) => [row.created_at, row.id]), unread };
});
