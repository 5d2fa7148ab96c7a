import { type SQL, sql } from "drizzle-orm";
import type { ReadCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";

export type EntryFilters = {
  from?: CalendarDay | undefined;
  to?: CalendarDay | undefined;
  location_id?: string | undefined;
  legal_entity_id?: string | undefined;
};

/** The journal entries `e` of the organization that the caller may see (A3). */
export function visibleEntries(
  { caller, organization_id }: Pick<ReadCtx, "caller" | "organization_id">,
  { from, to, location_id, legal_entity_id }: EntryFilters,
): SQL {
  const conditions = [
    sql`e.organization_id = ${organization_id}`,
    ...(caller.location_ids ? [sql`e.location_id = any(${sql.param([...caller.location_ids])}::uuid[])`] : []),
    ...(from ? [sql`e.booked_on >= ${from}`] : []),
    ...(to ? [sql`e.booked_on <= ${to}`] : []),
    ...(location_id ? [sql`e.location_id = ${location_id}`] : []),
    ...(legal_entity_id ? [sql`e.legal_entity_id = ${legal_entity_id}`] : []),
  ];
  return sql.join(conditions, sql` and `);
}
