import { and, eq, sql } from "drizzle-orm";
import { staffNotices } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/staff-notices";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { isUnread, noticeColumns, ownNotices, readerOf } from "./own";

export const updateStaffNotice = operation(contracts.updateStaffNotice, async (ctx, { id, is_read }) => {
  // Retains the first time of reading.
  const read_at = is_read ? sql`coalesce(${staffNotices.read_at}, ${ctx.now.toString()}::timestamptz)` : null;
  const [marked] = await ctx.db
    .update(staffNotices)
    .set({ read_at })
    .where(and(ownNotices(ctx), eq(staffNotices.id, id)))
    .returning(noticeColumns);
  if (!marked) throw notFound();
  ctx.audit({ target_type: "staff_notice", target_id: id, after: { is_read } });
  ctx.signal({ topic: "notice", user_id: readerOf(ctx) });
  return marked;
});

export const readAllStaffNotices = operation(contracts.readAllStaffNotices, async (ctx) => {
  const read = await ctx.db
    .update(staffNotices)
    .set({ read_at: ctx.now.toString() })
    .where(and(ownNotices(ctx), isUnread))
    .returning({ id: staffNotices.id });
  ctx.audit({ target_type: "staff_notice", target_id: null, after: { read: read.length } });
  ctx.signal({ topic: "notice", user_id: readerOf(ctx) });
  return { read: read.length };
});
