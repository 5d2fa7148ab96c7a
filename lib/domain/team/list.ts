import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { staff, users } from "@/db/schema";
import * as contracts from "@/lib/contracts/team/staff";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { operation } from "@/lib/kernel/operation";
import { staffColumns, staffWithinReach } from "./find";

export const listStaff = operation(contracts.listStaff, async ({ db, caller, organization_id }, input) => {
  const after = input.cursor ? decodeCursor(input.cursor, 2) : null;
  const sort_name = sql<string>`lower(${users.name})`;
  const rows = await db
    .select({ ...staffColumns, sort_name })
    .from(staff)
    .innerJoin(users, eq(users.id, staff.user_id))
    .where(
      and(
        eq(staff.organization_id, organization_id),
        input.state === "current" ? isNull(staff.ended_at) : undefined,
        input.state === "left" ? isNotNull(staff.ended_at) : undefined,
        input.role ? eq(staff.role, input.role) : undefined,
        input.location_id ? worksAt(input.location_id) : undefined,
        staffWithinReach(caller.location_ids),
        after ? sql`(${sort_name}, ${staff.id}) > (${after[0]}, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(sort_name), asc(staff.id))
    .limit(input.limit + 1);
  return toPage(rows, input.limit, (row) => [row.sort_name, row.id]);
});

const worksAt = (location_id: string) =>
  sql`coalesce((select bool_or(l.location_id = ${location_id}) from staff_locations l
    where l.organization_id = staff.organization_id and l.staff_id = staff.id), true)`;
