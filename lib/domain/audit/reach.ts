import { type SQL, sql } from "drizzle-orm";
import type { Caller } from "@/lib/kernel/caller";

/** A3: entries about people, memberships, visits and locations that the caller does not reach stay out of the log. */
export function withinAuditReach({ location_ids }: Caller): SQL | undefined {
  if (location_ids === null) return undefined;
  const reach = sql`any(${sql.param([...location_ids])}::uuid[])`;
  const found = (rows: string, column: string) =>
    sql`exists (select 1 from ${sql.raw(rows)} t where t.organization_id = audit_entries.organization_id
      and t.id = audit_entries.target_id and t.${sql.raw(column)} = ${reach})`;
  return sql`case audit_entries.target_type
    when 'member' then ${found("members", "home_location_id")}
    when 'membership' then ${found("memberships", "location_id")}
    when 'check_in' then ${found("check_ins", "location_id")}
    when 'denied_entry' then ${found("denied_entries", "location_id")}
    when 'location' then audit_entries.target_id = ${reach}
    else true end`;
}
