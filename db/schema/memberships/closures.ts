import { sql } from "drizzle-orm";
import { check, index, text, uuid } from "drizzle-orm/pg-core";
import { calendarDay, createdAt, instant } from "@/db/schema/columns";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";

/** E17: days on which a location is closed and its memberships are frozen. Undone: the freezes are removed. */
export const closures = tenantTable(
  "closures",
  {
    location_id: uuid("location_id").notNull(),
    from_on: calendarDay("from_on").notNull(),
    to_on: calendarDay("to_on").notNull(),
    reason: text("reason").notNull(),
    undone_at: instant("undone_at"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    index("closures_by_location").on(t.organization_id, t.location_id, t.from_on),
    tenantFk(t.location_id, locations),
    check("closures_days", sql`${t.to_on} >= ${t.from_on}`),
  ],
);
