import { sql } from "drizzle-orm";
import { check, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { calendarDay, createdAt, minorUnits } from "@/db/schema/columns";
import { members } from "@/db/schema/members/members";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import { accounts } from "@/lib/values/billing";
import { invoices } from "./invoices";
import { companies, legalEntities } from "./legal-entities";

/** One entry for each business fact. Entries are never changed; a correction is a further entry. */
export const journalEntries = tenantTable(
  "journal_entries",
  {
    legal_entity_id: uuid("legal_entity_id").notNull(),
    location_id: uuid("location_id").notNull(),
    booked_on: calendarDay("booked_on").notNull(),
    currency: text("currency").notNull(),
    /** Names the business fact, such as `invoice:<id>`, so that it is booked once. */
    fact: text("fact").notNull(),
    created_at: createdAt(),
  },
  (t) => [
    unique("journal_entries_fact_unique").on(t.organization_id, t.fact),
    index("journal_entries_by_day").on(t.organization_id, t.booked_on, t.id),
    index("journal_entries_recognition")
      .on(t.organization_id, t.location_id, t.booked_on)
      .where(sql`${t.fact} like 'recognition:%'`),
    tenantFk(t.legal_entity_id, legalEntities),
    tenantFk(t.location_id, locations),
  ],
);

/** Debits are positive, credits negative. The lines of an entry sum to zero (`journal_lines_balance`). */
export const journalLines = tenantTable(
  "journal_lines",
  {
    entry_id: uuid("entry_id").notNull(),
    account: text("account", { enum: accounts }).notNull(),
    amount_minor: minorUnits("amount_minor").notNull(),
    member_id: uuid("member_id"),
    company_id: uuid("company_id"),
    invoice_id: uuid("invoice_id"),
  },
  (t) => [
    index("journal_lines_by_entry").on(t.organization_id, t.entry_id),
    index("journal_lines_by_member").on(t.organization_id, t.member_id).where(sql`${t.member_id} is not null`),
    index("journal_lines_by_company").on(t.organization_id, t.company_id).where(sql`${t.company_id} is not null`),
    index("journal_lines_by_invoice").on(t.organization_id, t.invoice_id).where(sql`${t.invoice_id} is not null`),
    tenantFk(t.entry_id, journalEntries),
    tenantFk(t.member_id, members),
    tenantFk(t.company_id, companies),
    tenantFk(t.invoice_id, invoices),
    check("journal_lines_amount", sql`${t.amount_minor} <> 0`),
  ],
);
