import { type SQL, sql } from "drizzle-orm";
import type { InvoiceStatus } from "@/lib/values/billing";

/** The status of a document on a local day (L14), for a row `i` of invoices. `today` is the local day of its location. */
export const invoiceStatusSql = (today: SQL): SQL => sql`case
  when i.finalized_at is null then 'draft'
  when i.voided_at is not null then 'void'
  when i.kind = 'credit_note' then 'issued'
  when i.written_off_at is not null then 'written_off'
  when i.open_minor = 0 then 'paid'
  when i.due_on < ${today} then 'overdue'
  when i.open_minor < i.total_minor then 'part_paid'
  else 'open' end`;

const isOwed = sql`i.open_minor > 0`;

/** What is true of every document with the status, as the condition of an index says it. */
const impliedBy: Partial<Record<InvoiceStatus, SQL>> = {
  draft: sql`i.finalized_at is null`,
  void: sql`i.voided_at is not null`,
  written_off: sql`i.written_off_at is not null`,
  issued: sql`i.kind = 'credit_note'`,
};

/** Documents of these statuses. The first part is redundant and lets PostgreSQL use the partial indexes. */
export function hasInvoiceStatus(statuses: readonly InvoiceStatus[], today: SQL): SQL {
  const owed: readonly InvoiceStatus[] = ["open", "part_paid", "overdue"];
  const parts = statuses.filter((status) => !owed.includes(status)).map((status) => impliedBy[status]);
  if (statuses.some((status) => owed.includes(status))) parts.push(isOwed);
  const known = parts.filter((part) => part !== undefined);
  const exact = sql`${invoiceStatusSql(today)} = any(${sql.param([...statuses])}::text[])`;
  return known.length === parts.length ? sql`(${sql.join(known, sql` or `)}) and ${exact}` : exact;
}
