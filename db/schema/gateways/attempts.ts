import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { invoices } from "@/db/schema/billing/invoices";
import { companies } from "@/db/schema/billing/legal-entities";
import { payments } from "@/db/schema/billing/payments";
import { createdAt, instant, minorUnits } from "@/db/schema/columns";
import { members } from "@/db/schema/members/members";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import {
  attemptOrigins,
  attemptStatuses,
  declineCodes,
  gatewayMethodKinds,
  gatewayVendors,
  webhookStatuses,
} from "@/lib/values/gateways";
import { paymentGateways, savedMethods } from "./gateways";

/** A link that lets anyone who has it pay one invoice, without signing in. */
export const paymentLinks = tenantTable(
  "payment_links",
  {
    invoice_id: uuid("invoice_id").notNull(),
    /** The link itself is not stored as it is. */
    token_hash: text("token_hash").notNull(),
    /** Of a link that is sent: encrypted, because its message is written before it is sent. */
    token_ciphertext: text("token_ciphertext"),
    /** It went to the payer's own address. */
    is_sent: boolean("is_sent").notNull().default(false),
    expires_at: instant("expires_at").notNull(),
    revoked_at: instant("revoked_at"),
    first_opened_at: instant("first_opened_at"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    unique("payment_links_token_unique").on(t.organization_id, t.token_hash),
    index("payment_links_by_invoice").on(t.organization_id, t.invoice_id, t.created_at),
    index("payment_links_to_forget").on(t.organization_id, t.id).where(sql`${t.token_ciphertext} is not null`),
    tenantFk(t.invoice_id, invoices),
    check("payment_links_expiry", sql`${t.expires_at} > ${t.created_at}`),
  ],
);

/**
 * K2: one try to collect an invoice through a gateway. The row is stored before the gateway is called, and its invoice and number make
 * the idempotency key.
 */
export const paymentAttempts = tenantTable(
  "payment_attempts",
  {
    invoice_id: uuid("invoice_id").notNull(),
    attempt_number: integer("attempt_number").notNull(),
    gateway_id: uuid("gateway_id").notNull(),
    payer_member_id: uuid("payer_member_id"),
    payer_company_id: uuid("payer_company_id"),
    /** Null where the payer gives a method on a page. */
    saved_method_id: uuid("saved_method_id"),
    payment_link_id: uuid("payment_link_id"),
    origin: text("origin", { enum: attemptOrigins }).notNull(),
    amount_minor: minorUnits("amount_minor").notNull(),
    currency: text("currency").notNull(),
    status: text("status", { enum: attemptStatuses }).notNull(),
    saves_method: boolean("saves_method").notNull().default(false),
    /** The gateway's ids: of what was asked for, and of the money. */
    vendor_ref: text("vendor_ref"),
    charge_ref: text("charge_ref"),
    method_kind: text("method_kind", { enum: gatewayMethodKinds }),
    method_label: text("method_label"),
    decline_code: text("decline_code", { enum: declineCodes }),
    /** The gateway's own code and sentence, for staff. */
    vendor_code: text("vendor_code"),
    failure: text("failure"),
    /** K11: not charged before, because the payer was given notice. */
    charge_at: instant("charge_at"),
    /** When the gateway is asked what became of it. */
    check_at: instant("check_at"),
    checks: integer("checks").notNull().default(0),
    payment_id: uuid("payment_id"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
    ended_at: instant("ended_at"),
  },
  (t) => [
    unique("payment_attempts_number_unique").on(t.organization_id, t.invoice_id, t.attempt_number),
    // An invoice is collected by one attempt at a time.
    uniqueIndex("payment_attempts_live_unique").on(t.organization_id, t.invoice_id).where(sql`${t.ended_at} is null`),
    uniqueIndex("payment_attempts_ref_unique")
      .on(t.organization_id, t.gateway_id, t.vendor_ref)
      .where(sql`${t.vendor_ref} is not null`),
    uniqueIndex("payment_attempts_payment_unique")
      .on(t.organization_id, t.payment_id)
      .where(sql`${t.payment_id} is not null`),
    index("payment_attempts_to_check").on(t.organization_id, t.check_at).where(sql`${t.ended_at} is null`),
    index("payment_attempts_newest").on(t.organization_id, t.created_at, t.id),
    index("payment_attempts_failed").on(t.organization_id, t.ended_at, t.invoice_id).where(sql`${t.status} = 'failed'`),
    index("payment_attempts_by_method").on(t.organization_id, t.saved_method_id),
    index("payment_attempts_by_link").on(t.organization_id, t.payment_link_id),
    index("payment_attempts_by_charge").on(t.organization_id, t.gateway_id, t.charge_ref),
    tenantFk(t.invoice_id, invoices),
    tenantFk(t.gateway_id, paymentGateways),
    tenantFk(t.payer_member_id, members),
    tenantFk(t.payer_company_id, companies),
    tenantFk(t.saved_method_id, savedMethods),
    tenantFk(t.payment_link_id, paymentLinks),
    tenantFk(t.payment_id, payments),
    check("payment_attempts_payer", sql`num_nonnulls(${t.payer_member_id}, ${t.payer_company_id}) = 1`),
    check("payment_attempts_amount", sql`${t.amount_minor} > 0`),
    check("payment_attempts_number", sql`${t.attempt_number} >= 1`),
    check(
      "payment_attempts_ended",
      sql`(${t.ended_at} is not null) = (${t.status} in ('succeeded', 'failed', 'canceled'))
        and (${t.status} = 'succeeded') = (${t.payment_id} is not null)`,
    ),
    check("payment_attempts_checked", sql`${t.ended_at} is not null or ${t.check_at} is not null`),
  ],
);

/** K1: what a vendor reported, as it was received. Each is stored before it is answered, and processed by a job. */
export const gatewayEvents = tenantTable(
  "gateway_events",
  {
    gateway_id: uuid("gateway_id").notNull(),
    vendor: text("vendor", { enum: gatewayVendors }).notNull(),
    event_id: text("event_id").notNull(),
    type: text("type").notNull(),
    subject: text("subject").notNull(),
    ref: text("ref"),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    status: text("status", { enum: webhookStatuses }).notNull(),
    /** Why it was quarantined, ignored or failed, in one sentence. */
    reason: text("reason"),
    tries: integer("tries").notNull().default(0),
    received_at: instant("received_at").notNull(),
    processed_at: instant("processed_at"),
  },
  (t) => [
    unique("gateway_events_unique").on(t.organization_id, t.gateway_id, t.event_id),
    index("gateway_events_newest").on(t.organization_id, t.received_at, t.id),
    index("gateway_events_waiting").on(t.organization_id, t.received_at).where(sql`${t.status} = 'received'`),
    index("gateway_events_by_ref").on(t.organization_id, t.gateway_id, t.ref),
    tenantFk(t.gateway_id, paymentGateways),
  ],
);
