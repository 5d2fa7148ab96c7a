import { type SQL, sql } from "drizzle-orm";
import type { Caller } from "@/lib/kernel/caller";
import { auditTargets } from "./vocabulary";

/** A3, A12: excludes entries about records outside the caller's locations and about the whole organization. */
export function withinAuditReach({ location_ids }: Pick<Caller, "location_ids">): SQL | undefined {
  if (location_ids === null) return undefined;
  const cases = [...auditTargets].flatMap(([target_type, { reach }]): SQL[] => {
    if (!reach) return [];
    const row = sql.identifier(reach.table);
    return [
      sql`when ${sql.raw(`'${target_type}'`)} then exists (select from ${row}
        where ${row}.organization_id = audit_entries.organization_id and ${row}.id = audit_entries.target_id
          and ${reach.within(location_ids)})`,
    ];
  });
  return sql`case audit_entries.target_type ${sql.join(cases, sql` `)} else false end`;
}
