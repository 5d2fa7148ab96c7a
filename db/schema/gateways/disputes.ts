import { sql } from "drizzle-orm";
import { check, index, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { payments, refunds } from "@/db/schema/billing/payments";
import { calendarDay, createdAt, instant, minorUnits, updatedAt } from "@/db/schema/columns";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import { balanceItemKinds, disputeStatuses, payoutStatuses } from "@/lib/values/gateways";
import { paymentGateways } from "./gateways";

/** K17: the payer's bank took the money of a payment back, or asks about it. */
export const disputes = tenantTable(
  "disputes",
  {
    gateway_id: uuid("gateway_id").notNull(),
    payment_id: uuid("payment_id").notNull(),
    dispute_ref: text("dispute_ref").notNull(),
    status: text("status", { enum: disputeStatuses }).notNull(),
    amount_minor: minorUnits("amount_minor").notNull(),
    currency: text("currency").notNull(),
    fee_minor: minorUnits("fee_minor").notNull().default(0),
    /** The gateway's reason, such as `fraudulent`. */
    reason: text("reason").notNull(),
    evidence_due_at: instant("evidence_due_at"),
    evidence_sent_at: instant("evidence_sent_at"),
    evidence_sent_by: uuid("evidence_sent_by"),
    opened_at: instant("opened_at").notNull(),
    closed_at: instant("closed_at"),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    unique("disputes_ref_unique").on(t.organization_id, t.gateway_id, t.dispute_ref),
    index("disputes_by_payment").on(t.organization_id, t.payment_id),
    index("disputes_newest").on(t.organization_id, t.opened_at, t.id),
    tenantFk(t.gateway_id, paymentGateways),
    tenantFk(t.payment_id, payments),
    check("disputes_amount", sql`${t.amount_minor} > 0 and ${t.fee_minor} >= 0`),
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
    /** Set with its booking in the ledger. */
    booked_at: instant("booked_at"),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    unique("payouts_ref_unique").on(t.organization_id, t.gateway_id, t.payout_ref),
    index("payouts_newest").on(t.organization_id, t.arrives_on, t.id),
    tenantFk(t.gateway_id, paymentGateways),
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
    tenantFk(t.payment_id, payments),
    tenantFk(t.refund_id, refunds),
    tenantFk(t.dispute_id, disputes),
  ],
);
