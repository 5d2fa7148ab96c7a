import { and, eq, type SQL, sql } from "drizzle-orm";
import { staff, users } from "@/db/schema";
import { linkedWithinReach } from "@/lib/domain/organization/locations";
import { notFound } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";

/** The columns of a staff member; for queries on `staff` that join `users`. */
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

/** A3: a bound caller sees colleagues at their locations, and those without a location limit. */
export const staffWithinReach = (location_ids: ReadCtx["caller"]["location_ids"]): SQL | undefined =>
  linkedWithinReach(location_ids, { table: "staff_locations", key: "staff_id", owner: "staff" });

export async function getStaffRow({ db, caller, organization_id }: ReadCtx, id: string) {
  const [row] = await db
    .select(staffColumns)
    .from(staff)
    .innerJoin(users, eq(users.id, staff.user_id))
    .where(and(eq(staff.organization_id, organization_id), eq(staff.id, id), staffWithinReach(caller.location_ids)));
  if (!row) throw notFound();
  return row;
}
