import { type SQL, sql } from "drizzle-orm";
import type { LocationIds } from "./area";

/** The value of a column of the target, looked up by primary key: once for each row of a page. */
export const columnOf = (table: string, column: string): SQL => sql`(select t.${sql.identifier(column)}
  from ${sql.identifier(table)} t
  where t.organization_id = audit_entries.organization_id and t.id = audit_entries.target_id)`;

/** The full name of the member that the target belongs to. */
export const memberNameOf = (table: string): SQL => sql`(select trim(m.first_name || ' ' || m.last_name)
  from ${sql.identifier(table)} t join members m on m.organization_id = t.organization_id and m.id = t.member_id
  where t.organization_id = audit_entries.organization_id and t.id = audit_entries.target_id)`;

/** Rows whose location is one of the caller's. */
export const byLocation = (table: string, column = "location_id") => ({
  table,
  within: (reach: LocationIds) =>
    sql`${sql.identifier(table)}.${sql.identifier(column)} = any(${sql.param([...reach])}::uuid[])`,
});

/** Rows of members whose home location is one of the caller's. */
export const byMember = (table: string) => ({
  table,
  within: (reach: LocationIds) => sql`exists (select from members
    where members.organization_id = ${sql.identifier(table)}.organization_id
      and members.id = ${sql.identifier(table)}.member_id
      and members.home_location_id = any(${sql.param([...reach])}::uuid[]))`,
});
