import { and, count, eq, isNull } from "drizzle-orm";
import { staffNotices } from "@/db/schema";
import { notFound } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";

/** The calling user: notices are private. */
export function readerOf({ caller }: ReadCtx): string {
  if (caller.actor.type !== "user") throw notFound();
  return caller.actor.id;
}

export const ownNotices = (ctx: ReadCtx) =>
  and(eq(staffNotices.organization_id, ctx.organization_id), eq(staffNotices.user_id, readerOf(ctx)));

export const isUnread = isNull(staffNotices.read_at);

export async function countUnread(ctx: ReadCtx): Promise<number> {
  const [row] = await ctx.db
    .select({ unread: count() })
    .from(staffNotices)
    .where(and(ownNotices(ctx), isUnread));
  return row?.unread ?? 0;
}

export const noticeColumns = {
  id: staffNotices.id,
  kind: staffNotices.kind,
  title: staffNotices.title,
  body: staffNotices.body,
  href: staffNotices.href,
  created_at: staffNotices.created_at,
  read_at: staffNotices.read_at,
};
