import { type SQL, sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/billing/invoices";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { limitRows } from "@/lib/kernel/limit-rows";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { conditions, type InvoiceFilters } from "./filters";
import { type InvoiceRow, rowColumns, rowTables, toInvoiceRow } from "./rows";
import { search } from "./search";
import { dayOfInvoice, daysTable } from "./tables";

export const listInvoices = operation(contracts.listInvoices, (ctx, input) => pageOfInvoices(ctx, input));

type Page = InvoiceFilters & { sort: "newest" | "due"; limit: number; cursor?: string | undefined };

/** Each order has its index; drafts have no due day. */
const orders: Record<Page["sort"], { order: SQL; after: (last: (string | number | null)[]) => SQL; only: SQL }> = {
  newest: {
    order: sql`created_at desc, id desc`,
    after: ([at, id]) => sql`(i.created_at, i.id) < (${at}::timestamptz, ${id}::uuid)`,
    only: sql`true`,
  },
  due: {
    order: sql`due_on, id`,
    after: ([on, id]) => sql`(i.due_on, i.id) > (${on}::date, ${id}::uuid)`,
    only: sql`i.due_on is not null`,
  },
};

export async function pageOfInvoices(ctx: Ctx<unknown>, { sort, limit, cursor, ...filters }: Page, extra?: SQL) {
  const { db, organization_id } = ctx;
  const { order, after, only } = orders[sort];
  const found = await search(ctx, filters.q);
  const where = sql.join(
    [
      conditions(filters, ctx, found),
      only,
      ...(extra ? [extra] : []),
      ...(cursor ? [after(decodeCursor(cursor, 2))] : []),
    ],
    sql` and `,
  );
  const rows = sql`select i.* from invoices i ${filters.status ? dayOfInvoice : sql``} where ${where} order by i.${sort === "newest" ? sql`created_at desc, i.id desc` : sql`due_on, i.id`}`;
  const result = await db.execute<{ invoice: InvoiceRow }>(sql`
    with ${daysTable(ctx)}, page as (${limitRows(rows, order, limit + 1)})
    select ${rowColumns} as invoice from page i ${dayOfInvoice} ${rowTables(organization_id)}
    order by i.${sort === "newest" ? sql`created_at desc, i.id desc` : sql`due_on, i.id`}`);
  return toPage(
    result.rows.map(({ invoice }) => toInvoiceRow(invoice)),
    limit,
    (row) => [sort === "newest" ? row.created_at : row.due_on, row.id],
  );
}
