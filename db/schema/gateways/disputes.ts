import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { payments, refunds } from "@/db/schema/billing/payments";
import { calendarDay, createdAt, instant, minorUnits, updatedAt } from "@/db/schema/columns";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import { balanceItemKinds, disputeStatuses, payoutStatuses } from "@/lib/values/gateways";
import { paymentGateways } from "./gateways";

/** What a dispute took back: of which invoices, and of which account credit. */
export type DisputeShares = {
  invoices: { id: string; amount_minor: number }[];
  credits: { id: string; amount_minor: number }[];
};

/** K17: the payer's bank took the money of a payment back, or asks about it. */
export const disputes = tenantTable(
  "disputes",
  {
    gateway_id: uuid("gateway_id").notNull(),
    payment_id: uuid("payment_id").notNull(),
    /** That of the payment. */
    location_id: uuid("location_id").notNull(),
    dispute_ref: text("dispute_ref").notNull(),
    status: text("status", { enum: disputeStatuses }).notNull(),
    amount_minor: minorUnits("amount_minor").notNull(),
    currency: text("currency").notNull(),
    /** What was booked as the gateway's fee. */
    fee_minor: minorUnits("fee_minor").notNull().default(0),
    /** Since when the money is gone. Null: the bank only asks. */
    taken_at: instant("taken_at"),
    /** Since when it is back. */
    returned_at: instant("returned_at"),
    /** Of the money that was taken: what re-opened invoices, what was account credit, and what is lost because it left already. */
    reopened_minor: minorUnits("reopened_minor").notNull().default(0),
    credit_minor: minorUnits("credit_minor").notNull().default(0),
    loss_minor: minorUnits("loss_minor").notNull().default(0),
    shares: jsonb("shares").$type<DisputeShares>().notNull().default({ invoices: [], credits: [] }),
    /** The gateway's reason, such as `fraudulent`. */
    reason: text("reason").notNull(),
    evidence_due_at: instant("evidence_due_at"),
    /** Staff's own words, and since when the gateway is called with them. */
    evidence_summary: text("evidence_summary"),
    evidence_reserved_at: instant("evidence_reserved_at"),
    /** Counts the calls, for the key of each. */
    evidence_tries: integer("evidence_tries").notNull().default(0),
    /** What the gateway said when it refused the evidence. */
    evidence_failure: text("evidence_failure"),
    evidence_sent_at: instant("evidence_sent_at"),
    evidence_sent_by: uuid("evidence_sent_by"),
    opened_at: instant("opened_at").notNull(),
    closed_at: instant("closed_at"),
    /** When the gateway is asked again. */
    check_at: instant("check_at"),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    unique("disputes_ref_unique").on(t.organization_id, t.gateway_id, t.dispute_ref),
    index("disputes_by_payment").on(t.organization_id, t.payment_id),
    index("disputes_newest").on(t.organization_id, t.opened_at, t.id),
    tenantFk(t.gateway_id, paymentGateways),
    index("disputes_taken").on(t.organization_id, t.location_id, t.taken_at).where(sql`${t.taken_at} is not null`),
    index("disputes_due").on(t.organization_id, t.evidence_due_at).where(sql`${t.closed_at} is null`),
    index("disputes_to_check").on(t.organization_id, t.check_at).where(sql`${t.closed_at} is null`),
    tenantFk(t.payment_id, payments),
    tenantFk(t.location_id, locations),
    check("disputes_amount", sql`${t.amount_minor} > 0 and ${t.fee_minor} >= 0`),
    check(
      "disputes_taken",
      sql`${t.reopened_minor} >= 0 and ${t.credit_minor} >= 0 and ${t.loss_minor} >= 0
        and ${t.reopened_minor} + ${t.credit_minor} + ${t.loss_minor} = case when ${t.taken_at} is null then 0 else ${t.amount_minor} end`,
    ),
    check(
      "disputes_returned",
      sql`(${t.returned_at} is null or ${t.taken_at} is not null) and (${t.status} <> 'won' or ${t.taken_at} is null or ${t.returned_at} is not null)`,
    ),
    check("disputes_checked", sql`${t.closed_at} is not null or ${t.check_at} is not null`),
    check(
      "disputes_evidence",
      sql`${t.evidence_sent_at} is null or (${t.evidence_reserved_at} is not null and ${t.evidence_failure} is null)`,
    ),
    check("disputes_closed", sql`(${t.closed_at} is not null) = (${t.status} in ('won', 'lost'))`),
  ],
);

/** Money that a gateway brought to the gym's bank account. */
export const payouts = tenantTable(
  "payouts",
  {
    gateway_id: uuid("gateway_id").notNull(),
    payout_ref: text("payout_ref").notNull(),
    status: text("status", { enum: payoutStatuses }).notNull(),
    amount_minor: minorUnits("amount_minor").notNull(),
    currency: text("currency").notNull(),
    fee_minor: minorUnits("fee_minor").notNull().default(0),
    arrives_on: calendarDay("arrives_on").notNull(),
    /** Set while the money is booked to the bank. */
    booked_at: instant("booked_at"),
    /** How often it was booked: a payout can come back, and be sent again. */
    bookings: integer("bookings").notNull().default(0),
    /** Set with its items, which never change. */
    items_at: instant("items_at"),
    /** What does not fit of the payout as a whole, in one sentence. */
    mismatch: text("mismatch"),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    unique("payouts_ref_unique").on(t.organization_id, t.gateway_id, t.payout_ref),
    index("payouts_newest").on(t.organization_id, t.arrives_on, t.id),
    tenantFk(t.gateway_id, paymentGateways),
    check("payouts_booked", sql`(${t.booked_at} is not null) = (${t.status} = 'paid')`),
  ],
);

/** One row of the gateway's balance, and what of ours it is. */
export const payoutItems = tenantTable(
  "payout_items",
  {
    payout_id: uuid("payout_id").notNull(),
    item_ref: text("item_ref").notNull(),
    kind: text("kind", { enum: balanceItemKinds }).notNull(),
    source_ref: text("source_ref"),
    /** Where the money was taken. Null: it belongs to no payment. */
    location_id: uuid("location_id"),
    amount_minor: minorUnits("amount_minor").notNull(),
    fee_minor: minorUnits("fee_minor").notNull(),
    currency: text("currency").notNull(),
    payment_id: uuid("payment_id"),
    refund_id: uuid("refund_id"),
    dispute_id: uuid("dispute_id"),
    /** What does not fit, in one sentence. Null: it matches. */
    mismatch: text("mismatch"),
    created_at: createdAt(),
  },
  (t) => [
    unique("payout_items_ref_unique").on(t.organization_id, t.payout_id, t.item_ref),
    uniqueIndex("payout_items_payment_unique")
      .on(t.organization_id, t.payment_id)
      .where(sql`${t.payment_id} is not null and ${t.kind} = 'payment'`),
    index("payout_items_by_refund").on(t.organization_id, t.refund_id),
    index("payout_items_by_dispute").on(t.organization_id, t.dispute_id),
    index("payout_items_mismatched").on(t.organization_id, t.payout_id).where(sql`${t.mismatch} is not null`),
    tenantFk(t.payout_id, payouts),
    tenantFk(t.location_id, locations),
    tenantFk(t.payment_id, payments),
    tenantFk(t.refund_id, refunds),
    tenantFk(t.dispute_id, disputes),
  ],
);
