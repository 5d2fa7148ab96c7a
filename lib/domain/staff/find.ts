import { and, eq, type SQL, sql } from "drizzle-orm";
import { staff, users } from "@/db/schema";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";

type Scope = Pick<Ctx<unknown>, "db" | "caller" | "organization_id">;

/** What a row of the team is shown as; for queries on `staff` that join `users`. */
export const staffColumns = {
  id: staff.id,
  user_id: staff.user_id,
  name: users.name,
  email: users.email,
  role: staff.role,
  title: staff.title,
  location_ids: sql<string[]>`array(select l.location_id::text from staff_locations l
    where l.organization_id = staff.organization_id and l.staff_id = staff.id order by l.location_id)`,
  joined_at: staff.created_at,
  ended_at: staff.ended_at,
  version: staff.version,
};

/** A3: who is bound to locations sees the colleagues of those locations, and those who work everywhere. */
export function colleagues({ location_ids }: Scope["caller"]): SQL | undefined {
  if (location_ids === null) return undefined;
  return sql`(not exists (select 1 from staff_locations l
      where l.organization_id = staff.organization_id and l.staff_id = staff.id)
    or exists (select 1 from staff_locations l
      where l.organization_id = staff.organization_id and l.staff_id = staff.id
        and l.location_id = any(${sql.param([...location_ids])}::uuid[])))`;
}

export type StaffMember = Awaited<ReturnType<typeof getStaffRow>>;

export async function getStaffRow({ db, caller, organization_id }: Scope, id: string) {
  const [row] = await db
    .select(staffColumns)
    .from(staff)
    .innerJoin(users, eq(users.id, staff.user_id))
    .where(and(eq(staff.organization_id, organization_id), eq(staff.id, id), colleagues(caller)));
  if (!row) throw notFound();
  return row;
}
