import { type SQL, sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/dunning/dunning";
import { operation } from "@/lib/kernel/operation";
import { type DunningGroup, dunningGroups, dunningStatuses } from "@/lib/values/dunning";
import { type BoardCtx, casesWith } from "./select";

const latelyDays = 60;

type Row = { group: DunningGroup; currency: string; cases: number; amount_minor: number; payers: string[] };
type Lately = { currency: string; refused_minor: number; collected_minor: number };

type ByHand = { currency: string; invoices: number; amount_minor: number };

/** L14: overdue invoices `i` at a location `l` that no case tries, as the list of invoices filters them. */
const isPaidByHand = ({ organization_id, caller, now }: BoardCtx, location_id: string | undefined): SQL[] => [
  sql`i.organization_id = ${organization_id} and i.kind = 'invoice' and i.open_minor > 0 and i.finalized_at is not null
    and i.voided_at is null and i.written_off_at is null
    and i.due_on < (${now.toString()}::timestamptz at time zone l.time_zone)::date`,
  sql`not exists (select from dunning_cases c where c.organization_id = i.organization_id and c.invoice_id = i.id
    and c.status <> 'ended')`,
  ...(caller.location_ids === null ? [] : [sql`i.location_id = any(${sql.param([...caller.location_ids])}::uuid[])`]),
  ...(location_id === undefined ? [] : [sql`i.location_id = ${location_id}::uuid`]),
];

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
  const { rows: by_hand } = await ctx.db.execute<ByHand>(sql`
    select i.currency, count(*)::int as invoices, sum(i.open_minor) as amount_minor
    from invoices i
    join locations l on l.organization_id = i.organization_id and l.id = i.location_id
    where ${sql.join(isPaidByHand(ctx, filters.location_id), sql` and `)}
    group by 1 order by 1`);
  return {
    ...totalsOf(rows),
    groups: dunningGroups.map((group) => ({ group, ...totalsOf(rows.filter((row) => row.group === group)) })),
    refused_lately: lately.map(({ currency, refused_minor, collected_minor }) => ({
      ...{ currency, refused_minor: Number(refused_minor), collected_minor: Number(collected_minor) },
    })),
    by_hand: {
      invoices: by_hand.reduce((sum, { invoices }) => sum + invoices, 0),
      amounts: by_hand.map(({ currency, amount_minor }) => ({ currency, amount_minor: Number(amount_minor) })),
    },
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
