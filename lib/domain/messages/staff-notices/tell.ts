import { type SQL, sql } from "drizzle-orm";
import { staffNotices } from "@/db/schema";
import type { Ctx } from "@/lib/kernel/operation";
import type { NoticeKind } from "@/lib/values/notifications";
import { type Permission, permissionTable, type Role } from "@/lib/values/permissions";

export type NewNotice = {
  kind: NoticeKind;
  /** What it tells of: nobody is told of it a second time. */
  event_key: string;
  title: string;
  body: string;
  href?: string;
  /** Whoever of the team may do this is told. */
  permission: Permission;
  /** Only those who work there; left out: all of them. */
  location_id?: string;
  /** Only this colleague. */
  user_id?: string;
};

type Telling = Pick<Ctx<unknown>, "db" | "organization_id" | "now" | "signal">;

/** One notice for each colleague whom it concerns; says how many had not been told yet. */
export async function tellStaff(ctx: Telling, notice: NewNotice): Promise<number> {
  const { db, organization_id, now } = ctx;
  const { permission, location_id, user_id, href = null, ...told } = notice;
  const { rows: people } = await db.execute<{ user_id: string }>(sql`
    select s.user_id from staff s
    where s.organization_id = ${organization_id} and s.ended_at is null
      and s.role = any(${sql.param(rolesThatMay(permission))}::text[])
      and ${user_id === undefined ? sql`true` : sql`s.user_id = ${user_id}`}
      and ${location_id === undefined ? sql`true` : worksAt(location_id)}`);
  if (people.length === 0) return 0;
  const written = await db
    .insert(staffNotices)
    .values(people.map(({ user_id }) => ({ organization_id, user_id, href, ...told, created_at: now.toString() })))
    .onConflictDoNothing()
    .returning({ user_id: staffNotices.user_id });
  for (const { user_id } of written) ctx.signal({ topic: "notice", user_id });
  return written.length;
}

const rolesThatMay = (permission: Permission): Role[] => [...permissionTable[permission]];

const worksAt = (location_id: string): SQL => sql`coalesce(
  (select bool_or(l.location_id = ${location_id}::uuid) from staff_locations l
    where l.organization_id = s.organization_id and l.staff_id = s.id), true)`;
