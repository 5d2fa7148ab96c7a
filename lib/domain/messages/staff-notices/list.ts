import { and, isNotNull } from "drizzle-orm";
import { staffNotices } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/staff-notices";
import { toPage } from "@/lib/kernel/cursor";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation } from "@/lib/kernel/operation";
import { countUnread, isUnread, noticeColumns, ownNotices } from "./own";

export const listStaffNotices = operation(contracts.listStaffNotices, async (ctx, { is_unread, limit, cursor }) => {
  const { order, after } = newestFirst(staffNotices.created_at, staffNotices.id, cursor);
  const [rows, unread] = await Promise.all([
    ctx.db
      .select(noticeColumns)
      .from(staffNotices)
      .where(
        and(
          ownNotices(ctx),
          is_unread === undefined ? undefined : is_unread ? isUnread : isNotNull(staffNotices.read_at),
          after,
        ),
      )
      .orderBy(...order)
      .limit(limit + 1),
    countUnread(ctx),
  ]);
  return { ...toPage(rows, limit, (row) => [row.created_at, row.id]), unread };
});
