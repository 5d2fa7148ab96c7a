import { type SQL, sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/billing/ledger";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { operation } from "@/lib/kernel/operation";
import { type Entry, entriesQuery } from "./entries-query";
import { visibleEntries } from "./filters";

/** The journal, newest day first. */
export const listJournalEntries = operation(contracts.listJournalEntries, async (ctx, input) => {
  const { account, invoice_id, member_id, cursor, limit, ...filters } = input;
  const { organization_id } = ctx;
  const last = cursor ? decodeCursor(cursor, 2) : null;
  const line = [
    ...(account ? [sql`j.account = ${account}`] : []),
    ...(invoice_id ? [sql`j.invoice_id = ${invoice_id}`] : []),
    ...(member_id ? [sql`j.member_id = ${member_id}`] : []),
  ];
  const where: SQL[] = [
    visibleEntries(ctx, filters),
    ...(last ? [sql`(e.booked_on, e.id) < (${last[0]}::date, ${last[1]}::uuid)`] : []),
    ...(line.length > 0
      ? [
          sql`exists (select from journal_lines j where j.organization_id = ${organization_id} and j.entry_id = e.id
            and ${sql.join(line, sql` and `)})`,
        ]
      : []),
  ];
  const { rows } = await ctx.db.execute<Entry>(
    entriesQuery({ organization_id, where: sql.join(where, sql` and `), direction: "desc", limit: limit + 1 }),
  );
  return toPage(rows, limit, ({ booked_on, id }) => [booked_on, id]);
});
