import { sql } from "drizzle-orm";
import { check, integer, jsonb, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, updatedAt, version } from "@/db/schema/columns";
import { tenantTable } from "@/db/schema/tenant-table";
import type { OpeningHours } from "@/lib/values/opening-hours";

export const locations = tenantTable(
  "locations",
  {
    name: text("name").notNull(),
    time_zone: text("time_zone").notNull(),
    currency: text("currency").notNull(),
    capacity: integer("capacity"),
    opening_hours: jsonb("opening_hours").$type<OpeningHours>().notNull(),
    week_starts_on: integer("week_starts_on").notNull().default(1),
    address: text("address"),
    phone: text("phone"),
    /** The company that sells here; null: the default of the organization. Its foreign key is in a migration: the tables refer to each other. */
    legal_entity_id: uuid("legal_entity_id"),
    archived_at: instant("archived_at"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    uniqueIndex("locations_name_unique")
      .on(t.organization_id, sql`lower(${t.name})`)
      .where(sql`${t.archived_at} is null`),
    check("locations_capacity_positive", sql`${t.capacity} > 0`),
    check("locations_week_day", sql`${t.week_starts_on} between 1 and 7`),
  ],
);
