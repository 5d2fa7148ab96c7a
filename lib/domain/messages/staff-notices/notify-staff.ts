import { type SQL, sql } from "drizzle-orm";
import { staffNotices } from "@/db/schema";
import type { Ctx } from "@/lib/kernel/operation";
import type { NoticeKind } from "@/lib/values/notifications";
import { type Permission, permissionTable, type Role } from "@/lib/values/permissions";

export type NewNotice = {
  kind: NoticeKind;
  /** Identifies the event. Each colleague gets one notice per key. */
  event_key: string;
  title: string;
  body: string;
  href?: string;
  /** Notifies the staff with this permission. */
  permission: Permission;
  /** Limits the notice to the staff of a location. */
  location_id?: string;
  /** Limits the notice to one user. */
  user_id?: string;
};

type NoticeCtx = Pick<Ctx<unknown>, "db" | "organization_id" | "now" | "signal">;

/** Creates one notice per affected colleague. Returns the number of new notices. */
export async function notifyStaff(ctx: NoticeCtx, notice: NewNotice): Promise<number> {
  const { db, organization_id, now } = ctx;
  const { permission, location_id, user_id, href = null, ...content } = notice;
  const { rows: people } = await db.execute<{ user_id: string }>(sql`
    select s.user_id from staff s
    where s.organization_id = ${organization_id} and s.ended_at is null
      and s.role = any(${sql.param(rolesThatMay(permission))}::text[])
      and ${user_id === undefined ? sql`true` : sql`s.user_id = ${user_id}`}
      and ${location_id === undefined ? sql`true` : worksAt(location_id)}`);
  if (people.length === 0) return 0;
  const written = await db
    .insert(staffNotices)
    .values(people.map(({ user_id }) => ({ organization_id, user_id, href, ...content, created_at: now.toString() })))
    .onConflictDoNothing()
    .returning({ user_id: staffNotices.user_id });
  for (const { user_id } of written) ctx.signal({ topic: "notice", user_id });
  return written.length;
}

const rolesThatMay = (permission: Permission): Role[] => [...permissionTable[permission]];

const worksAt = (location_id: string): SQL => sql`coalesce(
  (select bool_or(l.location_id = ${location_id}::uuid) from staff_locations l
    where l.organization_id = s.organization_id and l.staff_id = s.id), true)`;
