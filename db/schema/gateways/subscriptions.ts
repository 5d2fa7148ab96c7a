import { sql } from "drizzle-orm";
import { boolean, check, index, integer, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { invoices } from "@/db/schema/billing/invoices";
import { companies } from "@/db/schema/billing/legal-entities";
import { payments } from "@/db/schema/billing/payments";
import { calendarDay, createdAt, instant, minorUnits, updatedAt } from "@/db/schema/columns";
import { members } from "@/db/schema/members/members";
import { memberships } from "@/db/schema/memberships/memberships";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import {
  gatewayMethodKinds,
  subscriptionBillStatuses,
  subscriptionEndReasons,
  subscriptionStatuses,
} from "@/lib/values/gateways";
import { intervalUnits } from "@/lib/values/statuses";
import { paymentGateways, savedMethods } from "./gateways";

/**
 * K24: the gateway bills a membership by itself. While a row is live, renewals of the membership from `first_on` on are not charged by us.
 * The row is stored before the gateway is called.
 */
export const gatewaySubscriptions = tenantTable(
  "gateway_subscriptions",
  {
    membership_id: uuid("membership_id").notNull(),
    gateway_id: uuid("gateway_id").notNull(),
    payer_member_id: uuid("payer_member_id"),
    payer_company_id: uuid("payer_company_id"),
    /** Null where the payer gives the method at the gateway. */
    saved_method_id: uuid("saved_method_id"),
    customer_ref: text("customer_ref"),
    status: text("status", { enum: subscriptionStatuses }).notNull(),
    /** What the gateway bills for each period, and what it calls it. */
    name: text("name").notNull(),
    amount_minor: minorUnits("amount_minor").notNull(),
    currency: text("currency").notNull(),
    interval_unit: text("interval_unit", { enum: intervalUnits }).notNull(),
    interval_count: integer("interval_count").notNull(),
    /** The first day of the first period that the gateway bills. */
    first_on: calendarDay("first_on").notNull(),
    starts_at: instant("starts_at").notNull(),
    vendor_ref: text("vendor_ref"),
    /** Where the payer allows it, at a gateway that asks on its own page. */
    action_url: text("action_url"),
    /** When the gateway bills next. */
    period_ends_at: instant("period_ends_at"),
    /** The gateway ends it with the period. */
    is_ending: boolean("is_ending").notNull().default(false),
    /** Set when the end is asked for. */
    end_reason: text("end_reason", { enum: subscriptionEndReasons }),
    /** What the gateway last refused, in one sentence. */
    failure: text("failure"),
    /** Numbers the calls, so that each has a key of its own. */
    calls: integer("calls").notNull().default(0),
    /** When the gateway is asked again, or told what changed here. */
    check_at: instant("check_at"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
    updated_at: updatedAt(),
    ended_at: instant("ended_at"),
  },
  (t) => [
    // A membership is billed by one subscription at a time.
    uniqueIndex("gateway_subscriptions_live_unique")
      .on(t.organization_id, t.membership_id)
      .where(sql`${t.ended_at} is null`),
    uniqueIndex("gateway_subscriptions_ref_unique")
      .on(t.organization_id, t.gateway_id, t.vendor_ref)
      .where(sql`${t.vendor_ref} is not null`),
    index("gateway_subscriptions_to_check").on(t.organization_id, t.check_at).where(sql`${t.ended_at} is null`),
    index("gateway_subscriptions_by_membership").on(t.organization_id, t.membership_id, t.created_at),
    index("gateway_subscriptions_newest").on(t.organization_id, t.created_at, t.id),
    index("gateway_subscriptions_by_method").on(t.organization_id, t.saved_method_id),
    tenantFk(t.membership_id, memberships),
    tenantFk(t.gateway_id, paymentGateways),
    tenantFk(t.payer_member_id, members),
    tenantFk(t.payer_company_id, companies),
    tenantFk(t.saved_method_id, savedMethods),
    check("gateway_subscriptions_payer", sql`num_nonnulls(${t.payer_member_id}, ${t.payer_company_id}) = 1`),
    check("gateway_subscriptions_amount", sql`${t.amount_minor} > 0 and ${t.interval_count} >= 1`),
    check(
      "gateway_subscriptions_ended",
      sql`(${t.ended_at} is not null) = (${t.status} in ('canceled', 'failed'))
        and (${t.ended_at} is null or ${t.end_reason} is not null)`,
    ),
    check("gateway_subscriptions_checked", sql`${t.ended_at} is not null or ${t.check_at} is not null`),
  ],
);

/** What the gateway billed for a period, and the invoice and payment that it became here. */
export const gatewayBills = tenantTable(
  "gateway_bills",
  {
    subscription_id: uuid("subscription_id").notNull(),
    gateway_id: uuid("gateway_id").notNull(),
    bill_ref: text("bill_ref").notNull(),
    status: text("status", { enum: subscriptionBillStatuses }).notNull(),
    amount_minor: minorUnits("amount_minor").notNull(),
    currency: text("currency").notNull(),
    /** The first day of its period, in the zone of the location. */
    period_on: calendarDay("period_on").notNull(),
    charge_ref: text("charge_ref"),
    method_kind: text("method_kind", { enum: gatewayMethodKinds }),
    failure: text("failure"),
    next_try_at: instant("next_try_at"),
    /** Null while our invoice of the period was not made. */
    invoice_id: uuid("invoice_id"),
    payment_id: uuid("payment_id"),
    /** Why it is not booked, in one sentence. */
    mismatch: text("mismatch"),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    unique("gateway_bills_ref_unique").on(t.organization_id, t.gateway_id, t.bill_ref),
    // A period is paid once: an invoice has one bill, and a bill has one payment.
    uniqueIndex("gateway_bills_invoice_unique")
      .on(t.organization_id, t.invoice_id)
      .where(sql`${t.payment_id} is not null`),
    uniqueIndex("gateway_bills_payment_unique").on(t.organization_id, t.payment_id),
    index("gateway_bills_by_subscription").on(t.organization_id, t.subscription_id, t.period_on),
    index("gateway_bills_by_invoice").on(t.organization_id, t.invoice_id),
    index("gateway_bills_waiting")
      .on(t.organization_id, t.subscription_id)
      .where(sql`${t.status} = 'paid' and ${t.payment_id} is null`),
    tenantFk(t.subscription_id, gatewaySubscriptions),
    tenantFk(t.gateway_id, paymentGateways),
    tenantFk(t.invoice_id, invoices),
    tenantFk(t.payment_id, payments),
    check("gateway_bills_amount", sql`${t.amount_minor} > 0`),
    check("gateway_bills_paid", sql`${t.payment_id} is null or (${t.invoice_id} is not null and ${t.status} = 'paid')`),
  ],
);
