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

type Order = { name: "created_at" | "issued_on" | "due_on"; descending: boolean };

/**
 * The order has the column that a range limits, so that the index of the range gives it. Ids ascend with time, so that the documents
 * of a day are newest first as well. Drafts have neither day.
 */
function orderOf({ sort, issued_from, issued_to, due_from, due_to }: Page): Order {
  if (sort === "due") return { name: "due_on", descending: false };
  if (issued_from ?? issued_to) return { name: "issued_on", descending: true };
  if (due_from ?? due_to) return { name: "due_on", descending: true };
  return { name: "created_at", descending: true };
}

export async function pageOfInvoices(ctx: Ctx<unknown>, input: Page, extra?: SQL) {
  const { db, organization_id } = ctx;
  const { sort: _, limit, cursor, ...filters } = input;
  const { name, descending } = orderOf(input);
  const [key, direction] = [sql.identifier(name), descending ? sql`desc` : sql`asc`];
  const order = sql`${key} ${direction}, id ${direction}`;
  const found = await search(ctx, filters.q);
  const all = [conditions(filters, ctx, found), ...(extra ? [extra] : [])];
  if (name !== "created_at") all.push(sql`i.${key} is not null`);
  if (cursor) {
    const [at, id] = decodeCursor(cursor, 2);
    const type = name === "created_at" ? sql`timestamptz` : sql`date`;
    all.push(sql`(i.${key}, i.id) ${descending ? sql`<` : sql`>`} (${at}::${type}, ${id}::uuid)`);
  }
  const rows = sql`select i.* from invoices i ${filters.status ? dayOfInvoice : sql``}
    where ${sql.join(all, sql` and `)} order by i.${key} ${direction}, i.id ${direction}`;
  const result = await db.execute<{ invoice: InvoiceRow }>(sql`
    with ${daysTable(ctx)}, page as (${limitRows(rows, order, limit + 1)})
    select ${rowColumns} as invoice from page i ${dayOfInvoice} ${rowTables(organization_id)}
    order by i.${key} ${direction}, i.id ${direction}`);
  return toPage(
    result.rows.map(({ invoice }) => toInvoiceRow(invoice)),
    limit,
    (row) => [row[name], row.id],
  );
}
