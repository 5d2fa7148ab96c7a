import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/billing/invoices";
import { operation } from "@/lib/kernel/operation";
import { type InvoiceStatus, invoiceStatuses } from "@/lib/values/billing";
import { conditions } from "./filters";
import { search } from "./search";
import { dayOfInvoice, daysTable } from "./tables";

/** How far a status is counted. */
const most = 1_000;

/** One statement, whose parts stop at the limit. */
export const getInvoiceCounts = operation(contracts.getInvoiceCounts, async (ctx, filters) => {
  const found = await search(ctx, filters.q);
  const parts = invoiceStatuses.map(
    (status) => sql`select ${status}::text as status, (select count(*)::int from (
      select 1 from invoices i ${dayOfInvoice}
      where ${conditions({ ...filters, status: [status] }, ctx, found)} limit ${most + 1}) counted) as count`,
  );
  const { rows } = await ctx.db.execute<{ status: InvoiceStatus; count: number }>(
    sql`with ${daysTable(ctx)} ${sql.join(parts, sql` union all `)}`,
  );
  return {
    counts: rows.map(({ status, count }) => ({ status, count: Math.min(count, most), has_more: count > most })),
  };
});
