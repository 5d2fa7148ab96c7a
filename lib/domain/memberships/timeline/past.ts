import { type SQL, sql } from "drizzle-orm";
import { isoInstant } from "@/db/schema";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import type { ReadCtx } from "@/lib/kernel/operation";
import type { InvoiceOrigin, PaymentMethod } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { HappeningKind } from "@/lib/values/membership-history";

type DocumentKind = "invoice" | "credit_note";
type SettlementKind = "payment" | "credit" | "write_off" | "void";

type Row = {
  id: string;
  at: string;
  on_day: CalendarDay;
  kind: HappeningKind | DocumentKind | SettlementKind;
  facts: Record<string, unknown> | null;
  amount_minor: string | null;
  document: { id: string; number: string } | null;
  method: PaymentMethod | null;
  origin: InvoiceOrigin | null;
  reason: string | null;
};
export type PastRow = Omit<Row, "amount_minor"> & { amount_minor: number | null };

type Page = { cursor?: string | undefined; limit: number };

const none = sql`null::bigint as amount_minor, null::jsonb as document, null::text as method, null::text as origin`;
const numbered = sql`jsonb_build_object('id', i.id, 'number', i.number)`;

const eventRows = (organization_id: string, id: string, after: SQL): SQL => sql`
  select e.id, e.created_at as at, e.effective_on as on_day, e.kind, e.facts, ${none}, e.facts->>'reason' as reason
  from membership_events e
  where e.organization_id = ${organization_id} and e.membership_id = ${id} and (e.created_at, e.id) ${after}`;

/** A sale without an event: that of an import, or of an earlier version. */
const saleRow = (organization_id: string, id: string, after: SQL): SQL => sql`
  select m.id, m.created_at as at, m.starts_on as on_day, 'sold' as kind,
    jsonb_build_object('plan_name', m.plan_name, 'price_minor', m.price_minor, 'starts_on', m.starts_on, 'ends_on', m.ends_on,
      'is_imported', m.import_id is not null) as facts, ${none}, null::text as reason
  from memberships m
  where m.organization_id = ${organization_id} and m.id = ${id} and (m.created_at, m.id) ${after}
    and not exists (select from membership_events e where e.organization_id = ${organization_id} and e.membership_id = m.id
      and e.kind in ('sold', 'renews', 'transferred_from'))`;

/** The documents with lines of the membership, each with what these lines come to. */
const documentRows = (organization_id: string, id: string, after: SQL): SQL => sql`
  select i.id, i.created_at as at, i.issued_on as on_day, i.kind, null::jsonb as facts, l.total_minor as amount_minor,
    ${numbered} as document, null::text as method, i.origin, i.note as reason
  from (select invoice_id, sum(total_minor) as total_minor from invoice_lines
    where organization_id = ${organization_id} and membership_id = ${id} group by invoice_id) l
  join invoices i on i.organization_id = ${organization_id} and i.id = l.invoice_id and i.finalized_at is not null
  where (i.created_at, i.id) ${after}`;

/** What settled these documents. A credit note is an entry of its own. */
const settlementRows = (organization_id: string, id: string, after: SQL): SQL => sql`
  select s.id, s.created_at as at, s.settled_on as on_day, s.kind, null::jsonb as facts, s.amount_minor, ${numbered} as document,
    p.method, null::text as origin, coalesce(s.reason, case when s.amount_minor < 0 then p.reversal_reason end) as reason
  from invoice_settlements s
  join invoices i on i.organization_id = ${organization_id} and i.id = s.invoice_id
  left join payments p on p.organization_id = ${organization_id} and p.id = s.payment_id
  where s.organization_id = ${organization_id} and s.kind <> 'credit_note' and (s.created_at, s.id) ${after}
    and s.invoice_id in (select l.invoice_id from invoice_lines l
      where l.organization_id = ${organization_id} and l.membership_id = ${id})`;

/** What happened, newest first. Documents and payments only for a reader who sees invoices. */
export async function pastOf(
  { db, organization_id, caller }: ReadCtx,
  id: string,
  { cursor, limit }: Page,
): Promise<{ data: PastRow[]; next_cursor: string | null }> {
  const [at, last_id] = cursor ? decodeCursor(cursor, 2) : ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"];
  const after = sql`< (${at}::timestamptz, ${last_id}::uuid)`;
  const sources = [
    eventRows,
    saleRow,
    ...(caller.permissions.has("invoices.read") ? [documentRows, settlementRows] : []),
  ];
  const rows = await db.execute<Row>(sql`
    select * from (${sql.join(
      sources.map((source) => sql`(${source(organization_id, id, after)} order by 2 desc, 1 desc limit ${limit + 1})`),
      sql` union all `,
    )}) all_rows order by at desc, id desc limit ${limit + 1}`);
  const page = toPage(rows.rows, limit, (row) => [isoInstant(row.at), row.id]);
  return {
    ...page,
    data: page.data.map((row) => ({
      ...row,
      at: isoInstant(row.at),
      amount_minor: row.amount_minor === null ? null : Number(row.amount_minor),
    })),
  };
}
