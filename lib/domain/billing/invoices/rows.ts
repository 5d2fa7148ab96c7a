import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { isoInstant } from "@/db/schema";
import type { invoiceRow } from "@/lib/contracts/billing/invoice-fields";
import { invoiceStatusSql } from "./status-sql";

export type InvoiceRow = z.input<typeof invoiceRow>;

/** A row of `page` with its payer and its lines, as JSON, so that amounts are numbers. */
export const rowColumns: SQL = sql`json_build_object(
    'id', i.id, 'kind', i.kind, 'origin', i.origin, 'number', i.number, 'status', ${invoiceStatusSql(sql`d.today`)},
    'payer', json_build_object('kind', case when c.id is null then 'member' else 'company' end, 'id', coalesce(m.id, c.id),
      'name', coalesce(i.buyer ->> 'name', c.name, trim(m.first_name || ' ' || m.last_name)), 'member_code', m.member_code),
    'description', coalesce(l.description, ''), 'lines_count', coalesce(l.lines_count, 0),
    'location_id', i.location_id, 'location_name', d.name, 'currency', i.currency,
    'issued_on', i.issued_on, 'due_on', i.due_on,
    'days_late', case ${invoiceStatusSql(sql`d.today`)} when 'overdue' then d.today - i.due_on else 0 end,
    'total_minor', i.total_minor, 'open_minor', i.open_minor, 'credited_minor', coalesce(n.credited_minor, 0),
    'created_at', i.created_at)`;

export const rowTables = (organization_id: string): SQL => sql`
  left join members m on m.organization_id = ${organization_id} and m.id = i.payer_member_id
  left join companies c on c.organization_id = ${organization_id} and c.id = i.payer_company_id
  left join lateral (
    select (array_agg(description order by position))[1] as description, count(*)::int as lines_count
    from invoice_lines where organization_id = ${organization_id} and invoice_id = i.id) l on true
  left join lateral (
    select sum(o.total_minor) as credited_minor from invoices o
    where o.organization_id = ${organization_id} and o.corrects_invoice_id = i.id and o.finalized_at is not null) n on true`;

export const toInvoiceRow = (row: InvoiceRow): InvoiceRow => ({ ...row, created_at: isoInstant(row.created_at) });
