import { sql } from "drizzle-orm";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import type { DocumentKind, InvoiceOrigin } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";

/** What a mail says about an invoice or credit note today. */
export type MailedDocument = {
  id: string;
  kind: DocumentKind;
  origin: InvoiceOrigin;
  number: string;
  payer_member_id: string | null;
  payer_company_id: string | null;
  location_id: string;
  currency: string;
  issued_on: CalendarDay;
  due_on: CalendarDay;
  total_minor: number;
  open_minor: number;
  /** Of a credit note: what is left of the credit that it gave. */
  credit_minor: number;
  is_void: boolean;
  is_written_off: boolean;
  /** The local day of its location. */
  today: CalendarDay;
};

/** Documents that were issued, in the order of their ids. */
export async function mailedDocuments(
  { db, organization_id, now }: OrganizationCtx,
  ids: readonly string[],
): Promise<MailedDocument[]> {
  const { rows } = await db.execute<MailedDocument>(sql`
    select i.id, i.kind, i.origin, i.number, i.payer_member_id, i.payer_company_id, i.location_id, i.currency,
      i.issued_on::text, i.due_on::text, i.total_minor, i.open_minor,
      coalesce((select sum(c.remaining_minor) from account_credits c
        where c.organization_id = ${organization_id} and c.credit_note_id = i.id), 0) as credit_minor,
      i.voided_at is not null as is_void, i.written_off_at is not null as is_written_off,
      (${now.toString()}::timestamptz at time zone l.time_zone)::date::text as today
    from invoices i join locations l on l.organization_id = ${organization_id} and l.id = i.location_id
    where i.organization_id = ${organization_id} and i.id = any(${sql.param([...ids])}::uuid[])
      and i.finalized_at is not null
    order by i.id`);
  return rows.map((row) => ({
    ...row,
    total_minor: Number(row.total_minor),
    open_minor: Number(row.open_minor),
    credit_minor: Number(row.credit_minor),
  }));
}
