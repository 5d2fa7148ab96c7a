import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { calendarDay, createdAt, instant, updatedAt, version } from "@/db/schema/columns";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import { documentKinds } from "@/lib/values/billing";
import type { LateFee } from "@/lib/values/late-fee";
import type { StoredLegalRules } from "@/lib/values/legal-rules";

/** The company that sells. Each location belongs to one; a location without one belongs to the default. */
export const legalEntities = tenantTable(
  "legal_entities",
  {
    legal_name: text("legal_name").notNull(),
    address: text("address"),
    /** ISO 3166-1 alpha-2. */
    country: text("country").notNull(),
    /** L8: the GST state code of the seller in India. */
    state_code: text("state_code"),
    tax_ids: jsonb("tax_ids").$type<{ label: string; value: string }[]>().notNull().default([]),
    /** Days from the issue of an invoice until it is due. */
    due_days: integer("due_days").notNull().default(0),
    financial_year_starts_in: integer("financial_year_starts_in").notNull().default(1),
    invoice_prefix: text("invoice_prefix").notNull().default("INV"),
    credit_note_prefix: text("credit_note_prefix").notNull().default("CN"),
    number_digits: integer("number_digits").notNull().default(5),
    /** L3: whether numbers show the financial year and begin again with it. */
    numbers_by_year: boolean("numbers_by_year").notNull().default(false),
    bank_details: text("bank_details"),
    invoice_footer: text("invoice_footer"),
    /** Null: none is charged. */
    late_fee: jsonb("late_fee").$type<LateFee>(),
    is_default: boolean("is_default").notNull().default(false),
    /** Null until an owner confirmed the tax settings. */
    taxes_confirmed_at: instant("taxes_confirmed_at"),
    /** F1 to F4, F10: the rules for the end of memberships. Null until an owner confirmed them. */
    legal_rules: jsonb("legal_rules").$type<StoredLegalRules>(),
    archived_at: instant("archived_at"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    uniqueIndex("legal_entities_default_unique").on(t.organization_id).where(sql`${t.is_default}`),
    check("legal_entities_country", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check("legal_entities_due_days", sql`${t.due_days} between 0 and 90`),
    check("legal_entities_digits", sql`${t.number_digits} between 1 and 10`),
    check("legal_entities_late_fee", sql`(${t.late_fee} ->> 'after_days')::int between 1 and 90`),
    check("legal_entities_year", sql`${t.financial_year_starts_in} between 1 and 12`),
  ],
);

/** L9: the rate applies to supplies from its first day to its last. */
export const taxRates = tenantTable(
  "tax_rates",
  {
    legal_entity_id: uuid("legal_entity_id").notNull(),
    tax_class: text("tax_class").notNull(),
    name: text("name").notNull(),
    kind: text("kind", { enum: ["vat", "sales_tax", "gst"] }).notNull(),
    /** Parts per million: 8.875 % is 88750. */
    rate_ppm: integer("rate_ppm").notNull(),
    from_on: calendarDay("from_on").notNull(),
    to_on: calendarDay("to_on"),
    created_at: createdAt(),
  },
  (t) => [
    tenantFk(t.legal_entity_id, legalEntities),
    unique("tax_rates_unique").on(t.organization_id, t.legal_entity_id, t.tax_class, t.name, t.from_on),
    check("tax_rates_rate", sql`${t.rate_ppm} between 0 and 1000000`),
    check("tax_rates_days", sql`${t.to_on} >= ${t.from_on}`),
  ],
);

/** L1, L3: the next number of each series. Its row is locked until the transaction that takes a number commits. */
export const numberSeries = tenantTable(
  "number_series",
  {
    legal_entity_id: uuid("legal_entity_id").notNull(),
    document: text("document", { enum: documentKinds }).notNull(),
    /** Empty where the series continues over years. */
    financial_year: text("financial_year").notNull().default(""),
    next_number: integer("next_number").notNull().default(1),
  },
  (t) => [
    tenantFk(t.legal_entity_id, legalEntities),
    unique("number_series_unique").on(t.organization_id, t.legal_entity_id, t.document, t.financial_year),
    check("number_series_next", sql`${t.next_number} >= 1`),
  ],
);

/** J2: a company that pays for members. */
export const companies = tenantTable(
  "companies",
  {
    name: text("name").notNull(),
    address: text("address"),
    country: text("country"),
    state_code: text("state_code"),
    tax_id: text("tax_id"),
    email: text("email"),
    archived_at: instant("archived_at"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    uniqueIndex("companies_name_unique")
      .on(t.organization_id, sql`lower(${t.name})`)
      .where(sql`${t.archived_at} is null`),
  ],
);
