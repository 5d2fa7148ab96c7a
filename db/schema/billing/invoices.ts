import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, check, index, integer, jsonb, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { calendarDay, createdAt, instant, minorUnits, updatedAt, version } from "@/db/schema/columns";
import { members } from "@/db/schema/members/members";
import { memberships } from "@/db/schema/memberships/memberships";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import { documentKinds, invoiceOrigins, lineKinds, settlementKinds } from "@/lib/values/billing";
import type { Buyer, LineFacts, LineTax, Seller } from "@/lib/values/invoice-snapshot";
import { companies, legalEntities, numberSeries } from "./legal-entities";
import { accountCredits, payments } from "./payments";

/** Invoices and credit notes. A finalized document never changes (L6), but for what `invoices_keep_final` allows. */
export const invoices = tenantTable(
  "invoices",
  {
    kind: text("kind", { enum: documentKinds }).notNull().default("invoice"),
    origin: text("origin", { enum: invoiceOrigins }).notNull(),
    legal_entity_id: uuid("legal_entity_id").notNull(),
    location_id: uuid("location_id").notNull(),
    payer_member_id: uuid("payer_member_id"),
    payer_company_id: uuid("payer_company_id"),
    series_id: uuid("series_id"),
    sequence: integer("sequence"),
    /** L1: null while the document is a draft. */
    number: text("number"),
    currency: text("currency").notNull(),
    issued_on: calendarDay("issued_on"),
    due_on: calendarDay("due_on"),
    net_minor: minorUnits("net_minor").notNull(),
    tax_minor: minorUnits("tax_minor").notNull(),
    total_minor: minorUnits("total_minor").notNull(),
    /** What is still to be paid; kept by the settlements. 0 for a draft and for a credit note. */
    open_minor: minorUnits("open_minor").notNull().default(0),
    seller: jsonb("seller").$type<Seller>(),
    buyer: jsonb("buyer").$type<Buyer>(),
    /** L7: the invoice that a credit note corrects. */
    corrects_invoice_id: uuid("corrects_invoice_id"),
    note: text("note"),
    finalized_at: instant("finalized_at"),
    /** K10: a bank debit of all that is open is on its way. Meanwhile it is not overdue. */
    debit_pending_since: instant("debit_pending_since"),
    voided_at: instant("voided_at"),
    void_reason: text("void_reason"),
    written_off_at: instant("written_off_at"),
    created_by: uuid("created_by"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    uniqueIndex("invoices_sequence_unique").on(t.organization_id, t.series_id, t.sequence),
    index("invoices_newest").on(t.organization_id, t.created_at, t.id),
    index("invoices_by_number").on(t.organization_id, t.number),
    index("invoices_by_member").on(t.organization_id, t.payer_member_id, t.created_at),
    index("invoices_by_company").on(t.organization_id, t.payer_company_id, t.created_at),
    index("invoices_by_correction").on(t.organization_id, t.corrects_invoice_id),
    index("invoices_open")
      .on(t.organization_id, t.due_on, t.location_id, t.currency, t.open_minor)
      .where(sql`${t.open_minor} > 0`),
    index("invoices_issued").on(t.organization_id, t.issued_on, t.id),
    // Covers what the dashboard sums, for an index-only scan.
    index("invoices_billed")
      .on(t.organization_id, t.issued_on, t.location_id, t.currency, t.kind, t.total_minor)
      .where(sql`${t.voided_at} is null`),
    index("invoices_by_total").on(t.organization_id, t.total_minor),
    index("invoices_due").on(t.organization_id, t.due_on, t.id),
    // A prefix of the number, whatever the collation of the database.
    index("invoices_number_prefix").on(t.organization_id, t.number.op("text_pattern_ops")),
    // The rare states, so that a list of them does not read all documents.
    index("invoices_drafts").on(t.organization_id, t.created_at, t.id).where(sql`${t.finalized_at} is null`),
    index("invoices_voided").on(t.organization_id, t.created_at, t.id).where(sql`${t.voided_at} is not null`),
    index("invoices_written_off").on(t.organization_id, t.created_at, t.id).where(sql`${t.written_off_at} is not null`),
    index("invoices_credit_notes").on(t.organization_id, t.created_at, t.id).where(sql`${t.kind} = 'credit_note'`),
    tenantFk(t.legal_entity_id, legalEntities),
    tenantFk(t.location_id, locations),
    tenantFk(t.payer_member_id, members),
    tenantFk(t.payer_company_id, companies),
    tenantFk(t.series_id, numberSeries),
    tenantFk(t.corrects_invoice_id, { organization_id: t.organization_id as AnyPgColumn, id: t.id as AnyPgColumn }),
    check("invoices_payer", sql`num_nonnulls(${t.payer_member_id}, ${t.payer_company_id}) = 1`),
    check("invoices_sum", sql`${t.net_minor} + ${t.tax_minor} = ${t.total_minor} and ${t.total_minor} >= 0`),
    check("invoices_open", sql`${t.open_minor} between 0 and ${t.total_minor}`),
    check(
      "invoices_finalized",
      sql`num_nulls(${t.finalized_at}, ${t.number}, ${t.sequence}, ${t.series_id}, ${t.issued_on}, ${t.due_on}, ${t.seller}, ${t.buyer}) in (0, 8)`,
    ),
    check("invoices_draft", sql`${t.finalized_at} is not null or (${t.open_minor} = 0 and ${t.voided_at} is null)`),
    check("invoices_correction", sql`${t.kind} = 'credit_note' or ${t.corrects_invoice_id} is null`),
  ],
);

/** The lines of an invoice or credit note. In a credit note a positive amount is credited. */
export const invoiceLines = tenantTable(
  "invoice_lines",
  {
    invoice_id: uuid("invoice_id").notNull(),
    position: integer("position").notNull(),
    kind: text("kind", { enum: lineKinds }).notNull(),
    /** The member who gets what the line charges for; not always the payer (L12). */
    member_id: uuid("member_id"),
    membership_id: uuid("membership_id"),
    /** L6, L12: the member's name as printed on the bill of a company. */
    member_name: text("member_name"),
    description: text("description").notNull(),
    /** Of a line that staff wrote: how many pieces `list_minor` is for. */
    quantity: integer("quantity").notNull().default(1),
    /** The day on which the line fell due. */
    due_on: calendarDay("due_on").notNull(),
    /** The days that it pays for, both included. */
    from_on: calendarDay("from_on"),
    to_on: calendarDay("to_on"),
    list_minor: minorUnits("list_minor").notNull(),
    discount_minor: minorUnits("discount_minor").notNull().default(0),
    tax_class: text("tax_class").notNull(),
    /** L10: the price contains the tax. */
    is_price_with_tax: boolean("is_price_with_tax").notNull().default(true),
    net_minor: minorUnits("net_minor").notNull(),
    tax_minor: minorUnits("tax_minor").notNull(),
    total_minor: minorUnits("total_minor").notNull(),
    taxes: jsonb("taxes").$type<LineTax[]>().notNull().default([]),
    /** What the explanation is made from. */
    facts: jsonb("facts").$type<LineFacts>(),
    /** C13: names the business fact of a line of a membership, so that it is billed once. */
    line_key: text("line_key"),
    /** The line of the invoice that a line of a credit note corrects. */
    corrects_line_id: uuid("corrects_line_id"),
  },
  (t) => [
    uniqueIndex("invoice_lines_position_unique").on(t.organization_id, t.invoice_id, t.position),
    // C13: the two bounds of what is billed once. Lines of corrections are not bills.
    uniqueIndex("invoice_lines_period_unique")
      .on(t.organization_id, t.membership_id, t.from_on)
      .where(sql`${t.kind} = 'period' and ${t.corrects_line_id} is null`),
    uniqueIndex("invoice_lines_key_unique")
      .on(t.organization_id, t.membership_id, t.line_key)
      .where(sql`${t.line_key} is not null`),
    // An invoice is charged one late fee. The key names it.
    uniqueIndex("invoice_lines_late_fee_unique")
      .on(t.organization_id, t.line_key)
      .where(sql`${t.kind} = 'late_fee' and ${t.line_key} is not null`),
    index("invoice_lines_by_membership").on(t.organization_id, t.membership_id, t.due_on),
    index("invoice_lines_by_member").on(t.organization_id, t.member_id, t.due_on),
    index("invoice_lines_by_correction").on(t.organization_id, t.corrects_line_id),
    // The foreign key of the invoice is in a migration, because it is deferred: lines are written before their finalized document.
    tenantFk(t.member_id, members),
    tenantFk(t.membership_id, memberships),
    tenantFk(t.corrects_line_id, { organization_id: t.organization_id as AnyPgColumn, id: t.id as AnyPgColumn }),
    check("invoice_lines_sum", sql`${t.net_minor} + ${t.tax_minor} = ${t.total_minor}`),
    check("invoice_lines_quantity", sql`${t.quantity} >= 1`),
    check("invoice_lines_days", sql`(${t.from_on} is null) = (${t.to_on} is null) and ${t.to_on} >= ${t.from_on}`),
  ],
);

/** What reduces the open amount of an invoice. A row below zero takes an earlier one back. */
export const invoiceSettlements = tenantTable(
  "invoice_settlements",
  {
    invoice_id: uuid("invoice_id").notNull(),
    kind: text("kind", { enum: settlementKinds }).notNull(),
    amount_minor: minorUnits("amount_minor").notNull(),
    payment_id: uuid("payment_id"),
    credit_id: uuid("credit_id"),
    credit_note_id: uuid("credit_note_id"),
    settled_on: calendarDay("settled_on").notNull(),
    reason: text("reason"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    index("invoice_settlements_by_invoice").on(t.organization_id, t.invoice_id),
    index("invoice_settlements_by_payment").on(t.organization_id, t.payment_id),
    index("invoice_settlements_by_credit").on(t.organization_id, t.credit_id),
    index("invoice_settlements_by_credit_note").on(t.organization_id, t.credit_note_id),
    tenantFk(t.invoice_id, invoices),
    tenantFk(t.payment_id, payments),
    tenantFk(t.credit_id, accountCredits),
    tenantFk(t.credit_note_id, invoices),
    check("invoice_settlements_amount", sql`${t.amount_minor} <> 0`),
    check(
      "invoice_settlements_source",
      sql`(${t.kind} = 'payment') = (${t.payment_id} is not null) and (${t.kind} = 'credit') = (${t.credit_id} is not null)
        and (${t.kind} = 'credit_note') = (${t.credit_note_id} is not null)`,
    ),
  ],
);
