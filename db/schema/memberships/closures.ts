import { sql } from "drizzle-orm";
import { check, index, integer, text, uuid } from "drizzle-orm/pg-core";
import { calendarDay, createdAt, instant, version } from "@/db/schema/columns";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import { closureStates } from "@/lib/values/closures";

/** E17: days on which a location is closed and its memberships are frozen. Undone: the freezes are removed or end. */
export const closures = tenantTable(
  "closures",
  {
    location_id: uuid("location_id").notNull(),
    from_on: calendarDay("from_on").notNull(),
    to_on: calendarDay("to_on").notNull(),
    reason: text("reason").notNull(),
    state: text("state", { enum: closureStates }).notNull().default("freezing"),
    /** The last membership that the job has reached; null before the first one. */
    done_through: uuid("done_through"),
    /** Memberships in all when the job began, and what became of them. */
    total: integer("total").notNull().default(0),
    frozen: integer("frozen").notNull().default(0),
    shortened: integer("shortened").notNull().default(0),
    skipped: integer("skipped").notNull().default(0),
    /** The state that a failed job was in; it continues there. */
    failed_in: text("failed_in", { enum: closureStates }),
    undone_at: instant("undone_at"),
    created_by: uuid("created_by"),
    version: version(),
    created_at: createdAt(),
  },
  (t) => [
    index("closures_by_location").on(t.organization_id, t.location_id, t.from_on),
    index("closures_newest").on(t.organization_id, t.created_at, t.id),
    tenantFk(t.location_id, locations),
    check("closures_days", sql`${t.to_on} >= ${t.from_on}`),
    check("closures_failed", sql`(${t.state} = 'failed') = (${t.failed_in} is not null)`),
  ],
);
