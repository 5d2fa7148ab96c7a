import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/billing/invoices";
import { operation } from "@/lib/kernel/operation";
import { conditions } from "./filters";
import { search } from "./search";
import { daysTable } from "./tables";

type Row = {
  currency: string;
  counted: number;
  drafts: number;
  voided: number;
  total_minor: number;
  open_minor: number;
  overdue_minor: number;
};

const isCounted = sql`i.finalized_at is not null and i.voided_at is null`;

/** Sums over the whole filter. Reads every document of it once. */
export const getInvoiceTotals = operation(contracts.getInvoiceTotals, async (ctx, filters) => {
  const found = await search(ctx, filters.q);
  const { rows } = await ctx.db.execute<{ totals: Row }>(sql`
    with ${daysTable(ctx)}
    select json_build_object('currency', i.currency,
      'counted', count(*) filter (where ${isCounted}),
      'drafts', count(*) filter (where i.finalized_at is null),
      'voided', count(*) filter (where i.voided_at is not null),
      'total_minor', coalesce(sum(case i.kind when 'invoice' then i.total_minor else -i.total_minor end) filter (where ${isCounted}), 0),
      'open_minor', coalesce(sum(i.open_minor), 0),
      'overdue_minor', coalesce(sum(i.open_minor) filter (where i.due_on < d.today), 0)) as totals
    from invoices i join days d on d.location_id = i.location_id
    where ${conditions(filters, ctx, found)} group by i.currency order by i.currency`);
  const all = rows.map(({ totals }) => totals);
  const sum = (name: "counted" | "drafts" | "voided") => all.reduce((sofar, row) => sofar + row[name], 0);
  return {
    ...{ counted: sum("counted"), drafts: sum("drafts"), voided: sum("voided") },
    by_currency: all.filter(({ counted }) => counted > 0),
  };
});
