import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, tenantPolicy } from "@/db/schema/columns";
import { members } from "@/db/schema/members/members";
import { memberships } from "@/db/schema/memberships/memberships";
import { locations, organizations } from "@/db/schema/organization/organizations";
import { checkInMethods, checkOutKinds } from "@/lib/values/statuses";

/** One visit: from the scan that let the member in to the check-out. */
export const checkIns = pgTable(
  "check_ins",
  {
    id: id(),
    organization_id: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    location_id: uuid("location_id").notNull(),
    member_id: uuid("member_id").notNull(),
    membership_id: uuid("membership_id"),
    check_in_at: instant("check_in_at").notNull(),
    /** The calendar day of the visit at its location; reports and day passes count by it. */
    visit_on: date("visit_on", { mode: "string" }).notNull(),
    local_hour: integer("local_hour").notNull(),
    /** When the visit ends by itself if nobody checks the member out: counted as inside until then, swept soon after. */
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
    checked_in_by: uuid("checked_in_by"),
    undone_at: instant("undone_at"),
    undone_by: uuid("undone_by"),
    undo_reason: text("undo_reason"),
  },
  (t) => [
    unique("check_ins_organization_id_unique").on(t.organization_id, t.id),
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
    // What a membership's removal has to look for.
    index("check_ins_by_membership").on(t.organization_id, t.membership_id).where(sql`${t.membership_id} is not null`),
    foreignKey({
      name: "check_ins_location_fk",
      columns: [t.organization_id, t.location_id],
      foreignColumns: [locations.organization_id, locations.id],
    }),
    foreignKey({
      name: "check_ins_member_fk",
      columns: [t.organization_id, t.member_id],
      foreignColumns: [members.organization_id, members.id],
    }),
    foreignKey({
      name: "check_ins_membership_fk",
      columns: [t.organization_id, t.membership_id],
      foreignColumns: [memberships.organization_id, memberships.id],
    }),
    check("check_ins_order", sql`${t.check_out_at} >= ${t.check_in_at} and ${t.auto_check_out_at} >= ${t.check_in_at}`),
    check("check_ins_out_kind", sql`(${t.check_out_at} is null) = (${t.check_out_kind} is null)`),
    check("check_ins_hour", sql`${t.local_hour} between 0 and 23`),
    tenantPolicy("check_ins", t.organization_id),
  ],
).enableRLS();

/** I6: every refused scan, with its one reason. member_id stays empty where the code belongs to nobody. */
export const deniedEntries = pgTable(
  "denied_entries",
  {
    id: id(),
    organization_id: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    location_id: uuid("location_id").notNull(),
    member_id: uuid("member_id"),
    denied_at: instant("denied_at").notNull(),
    reason: text("reason").notNull(),
    method: text("method", { enum: checkInMethods }).notNull(),
    scanned_by: uuid("scanned_by"),
  },
  (t) => [
    unique("denied_entries_organization_id_unique").on(t.organization_id, t.id),
    index("denied_entries_by_time").on(t.organization_id, t.denied_at, t.id),
    index("denied_entries_by_member").on(t.organization_id, t.member_id, t.denied_at),
    foreignKey({
      name: "denied_entries_location_fk",
      columns: [t.organization_id, t.location_id],
      foreignColumns: [locations.organization_id, locations.id],
    }),
    foreignKey({
      name: "denied_entries_member_fk",
      columns: [t.organization_id, t.member_id],
      foreignColumns: [members.organization_id, members.id],
    }),
    tenantPolicy("denied_entries", t.organization_id),
  ],
).enableRLS();

/** Visits of closed days, folded from check_ins so that no page aggregates history. */
export const visitHours = pgTable(
  "visit_hours",
  {
    organization_id: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    location_id: uuid("location_id").notNull(),
    visit_on: date("visit_on", { mode: "string" }).notNull(),
    local_hour: integer("local_hour").notNull(),
    method: text("method", { enum: checkInMethods }).notNull(),
    visits: integer("visits").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.location_id, t.visit_on, t.local_hour, t.method] }),
    foreignKey({
      name: "visit_hours_location_fk",
      columns: [t.organization_id, t.location_id],
      foreignColumns: [locations.organization_id, locations.id],
    }),
    check("visit_hours_count", sql`${t.visits} >= 0`),
    tenantPolicy("visit_hours", t.organization_id),
  ],
).enableRLS();

/**
 * How many were inside at each minute of the wall clock on a day that is over. Written when it is first asked for, taken away
 * when a visit of it changes.
 */
export const occupancyDays = pgTable(
  "occupancy_days",
  {
    organization_id: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    location_id: uuid("location_id").notNull(),
    day_on: date("day_on", { mode: "string" }).notNull(),
    inside: integer("inside").array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.location_id, t.day_on] }),
    foreignKey({
      name: "occupancy_days_location_fk",
      columns: [t.organization_id, t.location_id],
      foreignColumns: [locations.organization_id, locations.id],
    }),
    check("occupancy_days_minutes", sql`cardinality(${t.inside}) = 1440`),
    tenantPolicy("occupancy_days", t.organization_id),
  ],
).enableRLS();

/** Up to and including this day visit_hours is complete for the location. */
export const visitFolds = pgTable(
  "visit_folds",
  {
    organization_id: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    location_id: uuid("location_id").notNull(),
    folded_to_on: date("folded_to_on", { mode: "string" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.location_id] }),
    foreignKey({
      name: "visit_folds_location_fk",
      columns: [t.organization_id, t.location_id],
      foreignColumns: [locations.organization_id, locations.id],
    }),
    tenantPolicy("visit_folds", t.organization_id),
  ],
).enableRLS();
