import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { companies } from "@/db/schema/billing/legal-entities";
import { calendarDay, createdAt, instant, minorUnits, updatedAt, version } from "@/db/schema/columns";
import { imports } from "@/db/schema/imports/imports";
import { members } from "@/db/schema/members/members";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable, tenantTableWithoutId } from "@/db/schema/tenant-table";
import type { FreezeFee, StoredBilling } from "@/lib/values/billing-state";
import { closureReasons } from "@/lib/values/closures";
import {
  type ClassLimit,
  cancelReasons,
  type FamilyTier,
  type FreezePolicy,
  renewalStarts,
  type VisitLimit,
} from "@/lib/values/membership-terms";
import type { OpeningHours } from "@/lib/values/opening-hours";
import { intervalUnits, planKinds } from "@/lib/values/statuses";
import { closures } from "./closures";

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
    /** The day of the month on which every membership is billed; null: the day of its start. */
    billing_day: integer("billing_day"),
    is_first_period_free: boolean("is_first_period_free").notNull().default(false),
    min_term_months: integer("min_term_months"),
    notice_days: integer("notice_days").notNull().default(0),
    /** C18: where the renewal of an expired term begins. */
    renews_from: text("renews_from", { enum: renewalStarts }).notNull().default("today"),
    features: jsonb("features").$type<string[]>().notNull().default([]),
    visit_limits: jsonb("visit_limits").$type<VisitLimit[]>().notNull().default([]),
    /** Of a mixed pack: how many of its sessions each category of classes may use. */
    class_limits: jsonb("class_limits").$type<ClassLimit[]>().notNull().default([]),
    guest_passes: integer("guest_passes").notNull().default(0),
    min_age: integer("min_age"),
    max_age: integer("max_age"),
    freeze_policy: jsonb("freeze_policy").$type<FreezePolicy>(),
    /** J4. Amounts are in the currency of the plan. */
    family_discounts: jsonb("family_discounts").$type<FamilyTier[]>().notNull().default([]),
    tax_class: text("tax_class").notNull().default("membership"),
    is_price_with_tax: boolean("is_price_with_tax").notNull().default(true),
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
    check("membership_plans_billing_day", sql`${t.billing_day} between 1 and 31`),
    check("membership_plans_ages", sql`${t.min_age} >= 0 and ${t.max_age} >= coalesce(${t.min_age}, 0)`),
    check("membership_plans_notice", sql`${t.notice_days} between 0 and 365 and ${t.min_term_months} between 1 and 60`),
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
    /** The state of the billing engine, without the freezes. The dates beside it are derived from it. Null until it is first needed. */
    billing: jsonb("billing").$type<StoredBilling>(),
    /** The day of the next freeze fee or credit, if it comes before the next bill. */
    fee_due_on: calendarDay("fee_due_on"),
    /** D2: the plan that applies from `next_plan_on` on. The door reads it by date (E16). */
    next_plan_id: uuid("next_plan_id"),
    next_plan_on: calendarDay("next_plan_on"),
    /** J2: who pays, if not the member. */
    payer_member_id: uuid("payer_member_id"),
    payer_company_id: uuid("payer_company_id"),
    /** C18: the membership that this one renews. Each is renewed once. */
    renewed_from_id: uuid("renewed_from_id"),
    /** The membership of another member that went over into this one. */
    transferred_from_id: uuid("transferred_from_id"),
    /** Kept by the invoices: the first day on which an unpaid invoice of the membership is due, and what is unpaid in all. */
    unpaid_due_on: calendarDay("unpaid_due_on"),
    unpaid_minor: minorUnits("unpaid_minor").notNull().default(0),
    /** The time of the cancellation, and the first day without access. A withdrawal sets all three columns to null (F5). */
    cancelled_at: instant("cancelled_at"),
    cancelled_on: calendarDay("cancelled_on"),
    cancel_reason: text("cancel_reason"),
    cancel_reason_code: text("cancel_reason_code", { enum: cancelReasons }),
    /** F10: what staff have seen that proves the reason. */
    cancel_proof: text("cancel_proof"),
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
    index("memberships_sold")
      .on(t.organization_id, t.created_at, t.location_id, t.currency, t.price_minor, t.joining_fee_minor)
      .where(sql`${t.import_id} is null and ${t.transferred_from_id} is null`),
    index("memberships_cancelled").on(t.organization_id, t.member_id).where(sql`${t.cancelled_at} is not null`),
    index("memberships_by_import").on(t.organization_id, t.import_id),
    index("memberships_due")
      .on(t.organization_id, t.location_id, t.next_bill_on)
      .where(sql`${t.next_bill_on} is not null`),
    // Covers what the dashboard sums, for an index-only scan.
    index("memberships_recurring")
      .on(t.organization_id, t.plan_id, t.location_id, t.currency, t.price_minor)
      .where(sql`${t.next_bill_on} is not null`),
    index("memberships_fee_due")
      .on(t.organization_id, t.location_id, t.fee_due_on)
      .where(sql`${t.fee_due_on} is not null`),
    index("memberships_unpaid")
      .on(t.organization_id, t.unpaid_due_on, t.member_id)
      .where(sql`${t.unpaid_due_on} is not null`),
    index("memberships_by_next_plan").on(t.organization_id, t.next_plan_id).where(sql`${t.next_plan_id} is not null`),
    index("memberships_by_payer_member")
      .on(t.organization_id, t.payer_member_id)
      .where(sql`${t.payer_member_id} is not null`),
    index("memberships_by_payer_company")
      .on(t.organization_id, t.payer_company_id)
      .where(sql`${t.payer_company_id} is not null`),
    uniqueIndex("memberships_renewed_once")
      .on(t.organization_id, t.renewed_from_id)
      .where(sql`${t.renewed_from_id} is not null`),
    uniqueIndex("memberships_transferred_once")
      .on(t.organization_id, t.transferred_from_id)
      .where(sql`${t.transferred_from_id} is not null`),
    index("memberships_by_created").on(t.organization_id, t.created_at, t.id),
    tenantFk(t.member_id, members),
    tenantFk(t.plan_id, membershipPlans),
    tenantFk(t.next_plan_id, membershipPlans),
    tenantFk(t.payer_member_id, members),
    tenantFk(t.payer_company_id, companies),
    tenantFk(t.location_id, locations),
    tenantFk(t.import_id, imports),
    tenantFk(t.renewed_from_id, { organization_id: t.organization_id as AnyPgColumn, id: t.id as AnyPgColumn }),
    tenantFk(t.transferred_from_id, { organization_id: t.organization_id as AnyPgColumn, id: t.id as AnyPgColumn }),
    check("memberships_term", sql`${t.ends_on} >= ${t.starts_on}`),
    check(
      "memberships_sessions",
      sql`${t.sessions_used} >= 0 and (${t.sessions_included} is null or ${t.sessions_used} <= ${t.sessions_included})`,
    ),
    check("memberships_anchor", sql`${t.anchor_day} between 1 and 31`),
    check("memberships_next_plan", sql`(${t.next_plan_id} is null) = (${t.next_plan_on} is null)`),
    check(
      "memberships_payer",
      sql`num_nonnulls(${t.payer_member_id}, ${t.payer_company_id}) <= 1 and ${t.payer_member_id} is distinct from ${t.member_id}`,
    ),
    check("memberships_origin", sql`num_nonnulls(${t.renewed_from_id}, ${t.transferred_from_id}) <= 1`),
    check("memberships_unpaid", sql`${t.unpaid_minor} >= 0 and (${t.unpaid_due_on} is null) = (${t.unpaid_minor} = 0)`),
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
    fee: jsonb("fee").$type<FreezeFee>().notNull().default({ mode: "none" }),
    /** The last day for which a fee was billed, and what was billed in all. */
    fee_to_on: calendarDay("fee_to_on"),
    fee_minor: minorUnits("fee_minor").notNull().default(0),
    /** E17: the closure of a location that froze the membership. */
    closure_id: uuid("closure_id"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    index("membership_freezes_by_closure").on(t.organization_id, t.closure_id).where(sql`${t.closure_id} is not null`),
    tenantFk(t.closure_id, closures),
    index("membership_freezes_membership").on(t.organization_id, t.membership_id),
    index("membership_freezes_by_end").on(t.organization_id, t.to_on),
    tenantFk(t.membership_id, memberships).onDelete("cascade"),
    check("membership_freezes_term", sql`${t.to_on} >= ${t.from_on}`),
  ],
);

/** E17: the memberships that a closure froze on some of its days only, or not at all, and why. Written with the freezes. */
export const closureExceptions = tenantTable(
  "closure_exceptions",
  {
    closure_id: uuid("closure_id").notNull(),
    membership_id: uuid("membership_id").notNull(),
    outcome: text("outcome", { enum: ["shortened", "skipped"] }).notNull(),
    reason: text("reason", { enum: closureReasons }).notNull(),
    frozen_days: integer("frozen_days").notNull(),
  },
  (t) => [
    uniqueIndex("closure_exceptions_once").on(t.organization_id, t.closure_id, t.membership_id),
    index("closure_exceptions_by_membership").on(t.organization_id, t.membership_id),
    tenantFk(t.closure_id, closures),
    tenantFk(t.membership_id, memberships).onDelete("cascade"),
    check(
      "closure_exceptions_days",
      sql`${t.frozen_days} >= 0 and (${t.outcome} = 'skipped') = (${t.frozen_days} = 0)`,
    ),
  ],
);
