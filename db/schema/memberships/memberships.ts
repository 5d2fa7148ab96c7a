import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { calendarDay, createdAt, instant, minorUnits, updatedAt, version } from "@/db/schema/columns";
import { imports } from "@/db/schema/imports/imports";
import { members } from "@/db/schema/members/members";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable, tenantTableWithoutId } from "@/db/schema/tenant-table";
import type { OpeningHours } from "@/lib/values/opening-hours";
import { intervalUnits, planKinds } from "@/lib/values/statuses";

export const membershipPlans = tenantTable(
  "membership_plans",
  {
    code: text("code"),
    name: text("name").notNull(),
    description: text("description"),
    kind: text("kind", { enum: planKinds }).notNull(),
    price_minor: minorUnits("price_minor").notNull(),
    currency: text("currency").notNull(),
    joining_fee_minor: minorUnits("joining_fee_minor").notNull().default(0),
    /** The billing period of a recurring plan, the full term of any other plan. */
    interval_unit: text("interval_unit", { enum: intervalUnits }).notNull(),
    interval_count: integer("interval_count").notNull().default(1),
    sessions_included: integer("sessions_included"),
    access_hours: jsonb("access_hours").$type<OpeningHours>(),
    /** The import that created the plan. Undoing the import deletes the plan. */
    import_id: uuid("import_id"),
    archived_at: instant("archived_at"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    uniqueIndex("membership_plans_code_unique").on(t.organization_id, t.code).where(sql`${t.code} is not null`),
    uniqueIndex("membership_plans_name_unique")
      .on(t.organization_id, sql`lower(${t.name})`)
      .where(sql`${t.archived_at} is null`),
    index("membership_plans_by_import").on(t.organization_id, t.import_id),
    check("membership_plans_price", sql`${t.price_minor} >= 0 and ${t.joining_fee_minor} >= 0`),
    check("membership_plans_interval", sql`${t.interval_count} between 1 and 120`),
    check("membership_plans_sessions", sql`${t.sessions_included} > 0`),
  ],
);

/** A plan without rows here gives access to every location. */
export const membershipPlanLocations = tenantTableWithoutId(
  "membership_plan_locations",
  {
    plan_id: uuid("plan_id").notNull(),
    location_id: uuid("location_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.plan_id, t.location_id] }),
    tenantFk(t.plan_id, membershipPlans).onDelete("cascade"),
    tenantFk(t.location_id, locations),
  ],
);

/** The status is not stored. It follows from the dates below and the current local day (E16). */
export const memberships = tenantTable(
  "memberships",
  {
    member_id: uuid("member_id").notNull(),
    plan_id: uuid("plan_id").notNull(),
    location_id: uuid("location_id").notNull(),
    plan_name: text("plan_name").notNull(),
    price_minor: minorUnits("price_minor").notNull(),
    joining_fee_minor: minorUnits("joining_fee_minor").notNull().default(0),
    currency: text("currency").notNull(),
    starts_on: calendarDay("starts_on").notNull(),
    /** The last day of access; null for a recurring membership without an end. */
    ends_on: calendarDay("ends_on"),
    anchor_day: integer("anchor_day").notNull(),
    next_bill_on: calendarDay("next_bill_on"),
    sessions_included: integer("sessions_included"),
    sessions_used: integer("sessions_used").notNull().default(0),
    arrears_since_on: calendarDay("arrears_since_on"),
    arrears_minor: minorUnits("arrears_minor").notNull().default(0),
    /** The time of the cancellation, and the first day without access. A withdrawal sets all three columns to null (F5). */
    cancelled_at: instant("cancelled_at"),
    cancelled_on: calendarDay("cancelled_on"),
    cancel_reason: text("cancel_reason"),
    sold_by: uuid("sold_by"),
    import_id: uuid("import_id"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    index("memberships_member").on(t.organization_id, t.member_id, t.starts_on),
    index("memberships_by_end").on(t.organization_id, t.ends_on),
    index("memberships_by_plan").on(t.organization_id, t.plan_id),
    // The next two cover the columns that the dashboard sums, for index-only scans.
    index("memberships_in_arrears")
      .on(t.organization_id, t.location_id, t.currency, t.arrears_minor, t.member_id)
      .where(sql`${t.arrears_since_on} is not null`),
    index("memberships_sold")
      .on(t.organization_id, t.created_at, t.location_id, t.currency, t.price_minor, t.joining_fee_minor)
      .where(sql`${t.import_id} is null`),
    index("memberships_cancelled").on(t.organization_id, t.member_id).where(sql`${t.cancelled_at} is not null`),
    index("memberships_by_import").on(t.organization_id, t.import_id),
    index("memberships_by_created").on(t.organization_id, t.created_at, t.id),
    tenantFk(t.member_id, members),
    tenantFk(t.plan_id, membershipPlans),
    tenantFk(t.location_id, locations),
    tenantFk(t.import_id, imports),
    check("memberships_term", sql`${t.ends_on} >= ${t.starts_on}`),
    check(
      "memberships_sessions",
      sql`${t.sessions_used} >= 0 and (${t.sessions_included} is null or ${t.sessions_used} <= ${t.sessions_included})`,
    ),
    check("memberships_anchor", sql`${t.anchor_day} between 1 and 31`),
    check(
      "memberships_arrears",
      sql`${t.arrears_minor} >= 0 and (${t.arrears_since_on} is not null or ${t.arrears_minor} = 0)`,
    ),
    check("memberships_cancelled", sql`(${t.cancelled_on} is null) = (${t.cancelled_at} is null)`),
  ],
);

/** Both days are inclusive (E1); the last is null while the return date is unknown. Freezes of a membership do not overlap (E6). */
export const membershipFreezes = tenantTable(
  "membership_freezes",
  {
    membership_id: uuid("membership_id").notNull(),
    from_on: calendarDay("from_on").notNull(),
    to_on: calendarDay("to_on"),
    reason: text("reason"),
    created_at: createdAt(),
  },
  (t) => [
    index("membership_freezes_membership").on(t.organization_id, t.membership_id),
    index("membership_freezes_by_end").on(t.organization_id, t.to_on),
    tenantFk(t.membership_id, memberships).onDelete("cascade"),
    check("membership_freezes_term", sql`${t.to_on} >= ${t.from_on}`),
  ],
);
