import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { calendarDay, createdAt, instant, minorUnits, updatedAt, version } from "@/db/schema/columns";
import { members } from "@/db/schema/members/members";
import { tenantFk, tenantTable, tenantTableWithoutId } from "@/db/schema/tenant-table";
import type { HappeningKind } from "@/lib/values/membership-history";
import type { PriceRuleCondition, PriceRuleEffect } from "@/lib/values/price-rules";
import { membershipPlans, memberships } from "./memberships";

/** C20: a new price of a plan from a day on, and whether running memberships keep theirs. */
export const priceIncreases = tenantTable(
  "price_increases",
  {
    plan_id: uuid("plan_id").notNull(),
    price_minor: minorUnits("price_minor").notNull(),
    effective_on: calendarDay("effective_on").notNull(),
    applies_to: text("applies_to", { enum: ["new_sales", "everyone", "joined_before"] }).notNull(),
    joined_before_on: calendarDay("joined_before_on"),
    notice_days: integer("notice_days").notNull(),
    /** When the price of the plan itself was changed. */
    applied_at: instant("applied_at"),
    withdrawn_at: instant("withdrawn_at"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    index("price_increases_by_plan").on(t.organization_id, t.plan_id, t.effective_on),
    uniqueIndex("price_increases_pending_unique")
      .on(t.organization_id, t.plan_id)
      .where(sql`${t.applied_at} is null and ${t.withdrawn_at} is null`),
    tenantFk(t.plan_id, membershipPlans),
    check("price_increases_price", sql`${t.price_minor} >= 0`),
    check("price_increases_joined", sql`(${t.applies_to} = 'joined_before') = (${t.joined_before_on} is not null)`),
  ],
);

/** A coupon, or a discount that staff give without a code. */
export const coupons = tenantTable(
  "coupons",
  {
    /** Upper case. */
    code: text("code").notNull(),
    name: text("name").notNull(),
    /** Basis points: 20 % is 2000. Exactly one of the two. */
    percent_bp: integer("percent_bp"),
    amount_minor: minorUnits("amount_minor"),
    /** Of the amount. */
    currency: text("currency"),
    /** How many periods it applies to; null: all until `until_on`. */
    periods: integer("periods"),
    /** The last first day of a period that it applies to; null: for good. */
    until_on: calendarDay("until_on"),
    applies_to: text("applies_to", { enum: ["period", "joining_fee", "both"] })
      .notNull()
      .default("period"),
    valid_from_on: calendarDay("valid_from_on"),
    valid_to_on: calendarDay("valid_to_on"),
    max_uses: integer("max_uses"),
    max_uses_per_member: integer("max_uses_per_member").notNull().default(1),
    is_for_new_members: boolean("is_for_new_members").notNull().default(false),
    uses: integer("uses").notNull().default(0),
    archived_at: instant("archived_at"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    index("coupons_by_created").on(t.organization_id, t.created_at, t.id),
    uniqueIndex("coupons_code_unique").on(t.organization_id, t.code).where(sql`${t.archived_at} is null`),
    check("coupons_value", sql`num_nonnulls(${t.percent_bp}, ${t.amount_minor}) = 1`),
    check("coupons_amount", sql`${t.percent_bp} between 1 and 10000 and ${t.amount_minor} > 0`),
    check("coupons_currency", sql`(${t.amount_minor} is null) = (${t.currency} is null)`),
    check("coupons_uses", sql`${t.uses} >= 0 and ${t.uses} <= ${t.max_uses}`),
    check("coupons_days", sql`${t.valid_to_on} >= ${t.valid_from_on}`),
    check("coupons_periods", sql`${t.periods} >= 1 and ${t.max_uses} >= 1`),
  ],
);

/** A coupon without rows here applies to every plan. */
export const couponPlans = tenantTableWithoutId(
  "coupon_plans",
  { coupon_id: uuid("coupon_id").notNull(), plan_id: uuid("plan_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.coupon_id, t.plan_id] }),
    tenantFk(t.coupon_id, coupons).onDelete("cascade"),
    tenantFk(t.plan_id, membershipPlans),
    index("coupon_plans_by_plan").on(t.organization_id, t.plan_id),
  ],
);

/** The use of a coupon by a membership; the discount itself is in the membership's billing state. */
export const couponRedemptions = tenantTable(
  "coupon_redemptions",
  {
    coupon_id: uuid("coupon_id").notNull(),
    membership_id: uuid("membership_id").notNull(),
    member_id: uuid("member_id").notNull(),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    uniqueIndex("coupon_redemptions_unique").on(t.organization_id, t.coupon_id, t.membership_id),
    index("coupon_redemptions_by_member").on(t.organization_id, t.member_id, t.coupon_id),
    index("coupon_redemptions_by_membership").on(t.organization_id, t.membership_id),
    tenantFk(t.coupon_id, coupons),
    tenantFk(t.membership_id, memberships).onDelete("cascade"),
    tenantFk(t.member_id, members),
  ],
);

/** A rule of dynamic pricing. The rules of a plan apply in the order of their position. */
export const priceRules = tenantTable(
  "price_rules",
  {
    plan_id: uuid("plan_id").notNull(),
    position: integer("position").notNull(),
    /** The reason as staff and members read it. */
    reason: text("reason").notNull(),
    condition: jsonb("condition").$type<PriceRuleCondition>().notNull(),
    effect: jsonb("effect").$type<PriceRuleEffect>().notNull(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    index("price_rules_by_plan").on(t.organization_id, t.plan_id, t.position),
    tenantFk(t.plan_id, membershipPlans).onDelete("cascade"),
  ],
);

/** What happened to a membership and why, for its time line. Rows are never changed. */
export const membershipEvents = tenantTable(
  "membership_events",
  {
    membership_id: uuid("membership_id").notNull(),
    kind: text("kind").$type<HappeningKind>().notNull(),
    /** The day on which it takes effect. */
    effective_on: calendarDay("effective_on").notNull(),
    facts: jsonb("facts").$type<Record<string, unknown>>().notNull(),
    invoice_id: uuid("invoice_id"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    index("membership_events_by_membership").on(t.organization_id, t.membership_id, t.created_at),
    tenantFk(t.membership_id, memberships).onDelete("cascade"),
  ],
);
