import { and, count, eq, isNull } from "drizzle-orm";
import { staffNotices } from "@/db/schema";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";

type Scope = Pick<Ctx<unknown>, "db" | "caller" | "organization_id">;

/** The colleague who asks: nobody reads or marks another one's notices. */
export function readerOf({ caller }: Scope): string {
  if (caller.actor.type !== "user") throw notFound();
  return caller.actor.id;
}

export const ownNotices = (scope: Scope) =>
  and(eq(staffNotices.organization_id, scope.organization_id), eq(staffNotices.user_id, readerOf(scope)));

export const isUnread = isNull(staffNotices.read_at);

export async function countUnread(scope: Scope): Promise<number> {
  const [row] = await scope.db
    .select({ unread: count() })
    .from(staffNotices)
    .where(and(ownNotices(scope), isUnread));
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
