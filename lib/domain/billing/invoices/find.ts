import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { invoices, isoInstant } from "@/db/schema";
import type { invoice } from "@/lib/contracts/billing/invoice-fields";
import { mayAccessLocation } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import type { Buyer, Seller } from "@/lib/values/invoice-snapshot";
import { type InvoiceRow, rowColumns, rowTables, toInvoiceRow } from "./rows";
import { dayOfInvoice, daysTable } from "./tables";

type Invoice = z.input<typeof invoice>;
type Numbered = { id: string; number: string };

/** A document with all that belongs to it, as it is stored. */
export type StoredInvoice = InvoiceRow &
  Pick<Invoice, "lines" | "settlements" | "note" | "void_reason" | "net_minor" | "tax_minor" | "version"> &
  Record<"finalized_at" | "voided_at" | "written_off_at", string | null> & {
    seller: Seller | null;
    buyer: Buyer | null;
    time_zone: string;
    today: string;
    corrects: (Numbered & { issued_on: string }) | null;
    corrected_by: Numbered[];
    /** What is left of the credit that a credit note gave. */
    credit_left_minor: number | null;
    /** What a credit note took off the invoice that it corrects; the rest of it became credit. */
    taken_off_minor: number;
    facts: { line_id: string; facts: ({ why: string } & Record<string, unknown>) | null }[];
  };

/** Throws 404 for a document of another organization or outside the caller's reach (A3). */
export async function findInvoice(
  ctx: ReadCtx & ClockCtx,
  id: string,
  ownedBy: string | null = null,
): Promise<StoredInvoice> {
  const { db, caller, organization_id } = ctx;
  const of = sql`organization_id = ${organization_id} and invoice_id = i.id`;
  const { rows } = await db.execute<{ invoice: StoredInvoice; payer: string | null }>(sql`
    with ${daysTable(ctx)}
    select i.payer_member_id as payer, ${rowColumns}::jsonb || jsonb_build_object(
      'net_minor', i.net_minor, 'tax_minor', i.tax_minor, 'seller', i.seller, 'buyer', i.buyer, 'note', i.note,
      'void_reason', i.void_reason, 'finalized_at', i.finalized_at, 'voided_at', i.voided_at,
      'written_off_at', i.written_off_at, 'version', i.version, 'time_zone', d.time_zone, 'today', d.today,
      'lines', (select coalesce(jsonb_agg(to_jsonb(il) - 'organization_id' - 'facts' order by il.position), '[]')
        from invoice_lines il where il.${of}),
      'facts', (select coalesce(jsonb_agg(jsonb_build_object('line_id', il.id, 'facts', il.facts) order by il.position), '[]')
        from invoice_lines il where il.${of}),
      'settlements', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'amount_minor', s.amount_minor,
          'settled_on', s.settled_on, 'method', p.method, 'payment_id', s.payment_id, 'reason', s.reason, 'created_at', s.created_at,
          'credit_note', case when n.id is not null then jsonb_build_object('id', n.id, 'number', n.number) end)
          order by s.created_at, s.id), '[]')
        from invoice_settlements s
        left join payments p on p.organization_id = ${organization_id} and p.id = s.payment_id
        left join invoices n on n.organization_id = ${organization_id} and n.id = s.credit_note_id
        where s.${of}),
      'corrects', (select jsonb_build_object('id', o.id, 'number', o.number, 'issued_on', o.issued_on) from invoices o
        where o.organization_id = ${organization_id} and o.id = i.corrects_invoice_id),
      'corrected_by', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number) order by o.created_at), '[]')
        from invoices o where o.organization_id = ${organization_id} and o.corrects_invoice_id = i.id and o.number is not null),
      'credit_left_minor', (select sum(a.remaining_minor) from account_credits a
        where a.organization_id = ${organization_id} and a.credit_note_id = i.id),
      'taken_off_minor', (select coalesce(sum(s.amount_minor), 0) from invoice_settlements s
        where s.organization_id = ${organization_id} and s.credit_note_id = i.id)) as invoice
    from invoices i ${dayOfInvoice} ${rowTables(organization_id)}
    where i.organization_id = ${organization_id} and i.id = ${id}`);
  const [row] = rows;
  if (!row) throw notFound();
  const isOwn = ownedBy !== null && row.payer === ownedBy && row.invoice.finalized_at !== null;
  if (ownedBy === null ? !mayAccessLocation(caller, row.invoice.location_id) : !isOwn) throw notFound();
  return { ...row.invoice, ...toInvoiceRow(row.invoice) };
}

/** Locks a draft until the transaction ends. Throws 409 for a finalized document (L6). */
export async function lockDraft({ db, caller, organization_id }: ReadCtx, id: string) {
  const [row] = await db
    .select()
    .from(invoices)
    .where(and(eq(invoices.organization_id, organization_id), eq(invoices.id, id)))
    .for("update");
  if (!row || !mayAccessLocation(caller, row.location_id)) throw notFound();
  if (row.finalized_at !== null) {
    throw new Problem("conflict", `${row.number} is finalized and never changes. Correct it with a credit note.`);
  }
  return row;
}

export const iso = (text: string | null): string | null => (text === null ? null : isoInstant(text));
