import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { calendarDay, instant } from "@/db/schema/columns";
import { members } from "@/db/schema/members/members";
import { memberships } from "@/db/schema/memberships/memberships";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable, tenantTableWithoutId } from "@/db/schema/tenant-table";
import type { EndedFreeze } from "@/lib/values/billing-state";
import { checkInMethods, checkOutKinds } from "@/lib/values/statuses";

/** One visit: from the scan that let the member in to the check-out. */
export const checkIns = tenantTable(
  "check_ins",
  {
    location_id: uuid("location_id").notNull(),
    member_id: uuid("member_id").notNull(),
    membership_id: uuid("membership_id"),
    check_in_at: instant("check_in_at").notNull(),
    /** The calendar day of the visit at its location; reports and day passes count by it. */
    visit_on: calendarDay("visit_on").notNull(),
    local_hour: integer("local_hour").notNull(),
    /** When the visit ends without a check-out. The member counts as inside until then; a sweep closes the visit afterwards. */
    auto_check_out_at: instant("auto_check_out_at").notNull(),
    check_out_at: instant("check_out_at"),
    check_out_kind: text("check_out_kind", { enum: checkOutKinds }),
    received_at: instant("received_at").notNull(),
    method: text("method", { enum: checkInMethods }).notNull(),
    /** The single-use nonce of the member's pass (I1). */
    pass_nonce: text("pass_nonce"),
    sessions_taken: integer("sessions_taken").notNull().default(0),
    warnings: text("warnings").array().notNull().default([]),
    overridden_reason: text("overridden_reason"),
    staff_reason: text("staff_reason"),
    /** E4: the freeze that this visit ended, as it was before. */
    ended_freeze: jsonb("ended_freeze").$type<EndedFreeze>(),
    checked_in_by: uuid("checked_in_by"),
    undone_at: instant("undone_at"),
    undone_by: uuid("undone_by"),
    undo_reason: text("undo_reason"),
  },
  (t) => [
    uniqueIndex("check_ins_one_open_visit")
      .on(t.organization_id, t.member_id)
      .where(sql`${t.check_out_at} is null and ${t.undone_at} is null`),
    uniqueIndex("check_ins_nonce_unique").on(t.organization_id, t.pass_nonce).where(sql`${t.pass_nonce} is not null`),
    index("check_ins_open")
      .on(t.organization_id, t.location_id, t.auto_check_out_at)
      .where(sql`${t.check_out_at} is null and ${t.undone_at} is null`),
    index("check_ins_by_time").on(t.organization_id, t.check_in_at, t.id),
    index("check_ins_by_location_day").on(t.organization_id, t.location_id, t.visit_on, t.local_hour),
    index("check_ins_by_member").on(t.organization_id, t.member_id, t.check_in_at),
    // For the visit limits of a plan, and for the foreign-key check when a membership is deleted.
    index("check_ins_by_membership")
      .on(t.organization_id, t.membership_id, t.visit_on)
      .where(sql`${t.membership_id} is not null`),
    tenantFk(t.location_id, locations),
    tenantFk(t.member_id, members),
    tenantFk(t.membership_id, memberships),
    check("check_ins_order", sql`${t.check_out_at} >= ${t.check_in_at} and ${t.auto_check_out_at} >= ${t.check_in_at}`),
    check("check_ins_out_kind", sql`(${t.check_out_at} is null) = (${t.check_out_kind} is null)`),
    check("check_ins_hour", sql`${t.local_hour} between 0 and 23`),
  ],
);

/** I6: denied entries, each with exactly one reason. member_id is null if the code is unknown. */
export const deniedEntries = tenantTable(
  "denied_entries",
  {
    location_id: uuid("location_id").notNull(),
    member_id: uuid("member_id"),
    denied_at: instant("denied_at").notNull(),
    reason: text("reason").notNull(),
    method: text("method", { enum: checkInMethods }).notNull(),
    scanned_by: uuid("scanned_by"),
  },
  (t) => [
    index("denied_entries_by_time").on(t.organization_id, t.denied_at, t.id),
    index("denied_entries_by_member").on(t.organization_id, t.member_id, t.denied_at),
    tenantFk(t.location_id, locations),
    tenantFk(t.member_id, members),
  ],
);

/** Visits of past days, aggregated from check_ins so that no page has to aggregate history. */
export const visitHours = tenantTableWithoutId(
  "visit_hours",
  {
    location_id: uuid("location_id").notNull(),
    visit_on: calendarDay("visit_on").notNull(),
    local_hour: integer("local_hour").notNull(),
    method: text("method", { enum: checkInMethods }).notNull(),
    visits: integer("visits").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.location_id, t.visit_on, t.local_hour, t.method] }),
    tenantFk(t.location_id, locations),
    check("visit_hours_count", sql`${t.visits} >= 0`),
  ],
);

/**
 * The occupancy at each minute of local time on a past day. A cache: written on the first read, deleted
 * when a visit of the day changes.
 */
export const occupancyDays = tenantTableWithoutId(
  "occupancy_days",
  {
    location_id: uuid("location_id").notNull(),
    day_on: calendarDay("day_on").notNull(),
    inside: integer("inside").array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.location_id, t.day_on] }),
    tenantFk(t.location_id, locations),
    check("occupancy_days_minutes", sql`cardinality(${t.inside}) = 1440`),
  ],
);

/** The last day, inclusive, for which visit_hours is complete at the location. */
export const visitFolds = tenantTableWithoutId(
  "visit_folds",
  {
    location_id: uuid("location_id").notNull(),
    folded_to_on: calendarDay("folded_to_on").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organization_id, t.location_id] }), tenantFk(t.location_id, locations)],
);
