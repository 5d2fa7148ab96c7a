import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/dunning/dunning";
import { operation } from "@/lib/kernel/operation";
import { type DunningGroup, dunningGroups, dunningStatuses } from "@/lib/values/dunning";
import { casesWith } from "./select";

const latelyDays = 60;

type Row = { group: DunningGroup; currency: string; cases: number; amount_minor: number; payers: string[] };
type Lately = { currency: string; refused_minor: number; collected_minor: number };

/** How many invoices and payers are in each group, and what they owe. */
export const summarizeDunning = operation(contracts.summarizeDunning, async (ctx, filters) => {
  const { rows } = await ctx.db.execute<Row>(sql`
    select c."group", c.currency, count(*)::int as cases, sum(c.open_minor) as amount_minor,
      array_agg(distinct coalesce(c.payer_member_id, c.payer_company_id)::text) as payers
    from ${casesWith(ctx, filters)} group by 1, 2 order by 2`);
  const { rows: lately } = await ctx.db.execute<Lately>(sql`
    select c.currency, sum(c.total_minor) as refused_minor,
      coalesce(sum(c.total_minor) filter (where c.end_reason = 'paid'), 0) as collected_minor
    from ${casesWith(ctx, { ...filters, status: dunningStatuses })}
    where c.first_failed_on::date > (${ctx.now.toString()}::timestamptz)::date - ${latelyDays}::int
    group by 1 order by 1`);
  return {
    ...totalsOf(rows),
    groups: dunningGroups.map((group) => ({ group, ...totalsOf(rows.filter((row) => row.group === group)) })),
    refused_lately: lately.map(({ currency, refused_minor, collected_minor }) => ({
      ...{ currency, refused_minor: Number(refused_minor), collected_minor: Number(collected_minor) },
    })),
  };
});

function totalsOf(rows: readonly Row[]) {
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  return {
    cases: rows.reduce((sum, { cases }) => sum + cases, 0),
    payers: new Set(rows.flatMap(({ payers }) => payers)).size,
    amounts: currencies.map((currency) => ({
      currency,
      amount_minor: rows
        .filter((row) => row.currency === currency)
        .reduce((sum, { amount_minor }) => sum + Number(amount_minor), 0),
    })),
  };
}
