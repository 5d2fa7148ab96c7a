import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/billing/ledger";
import { operation } from "@/lib/kernel/operation";
import { type Account, accounts } from "@/lib/values/billing";
import { visibleEntries } from "./filters";

type Row = Record<"opening_minor" | "debit_minor" | "credit_minor", string> & { account: Account; currency: string };

/** What each account had before the days, what was booked on them, and what it has after. The accounts of a currency sum to zero. */
export const getTrialBalance = operation(contracts.getTrialBalance, async (ctx, { from, ...filters }) => {
  const isBefore = from ? sql`e.booked_on < ${from}` : sql`false`;
  const { rows } = await ctx.db.execute<Row>(sql`
    select e.currency, l.account, coalesce(sum(l.amount_minor) filter (where ${isBefore}), 0) as opening_minor,
      coalesce(sum(l.amount_minor) filter (where not ${isBefore} and l.amount_minor > 0), 0) as debit_minor,
      coalesce(-sum(l.amount_minor) filter (where not ${isBefore} and l.amount_minor < 0), 0) as credit_minor
    from journal_entries e join journal_lines l on l.organization_id = e.organization_id and l.entry_id = e.id
    where l.organization_id = ${ctx.organization_id} and ${visibleEntries(ctx, filters)}
    group by e.currency, l.account`);
  const data = rows
    .map(({ account, currency, ...sums }) => {
      const [opening_minor, debit_minor, credit_minor] = [sums.opening_minor, sums.debit_minor, sums.credit_minor].map(
        Number,
      ) as [number, number, number];
      const closing_minor = opening_minor + debit_minor - credit_minor;
      return { account, currency, opening_minor, debit_minor, credit_minor, closing_minor };
    })
    .toSorted(
      (a, b) =>
        Number(a.currency > b.currency) - Number(a.currency < b.currency) ||
        accounts.indexOf(a.account) - accounts.indexOf(b.account),
    );
  return { data, totals: totalsOf(data) };
});

type Sums = Record<"opening_minor" | "debit_minor" | "credit_minor" | "closing_minor", number> & { currency: string };

function totalsOf(rows: readonly Sums[]): Sums[] {
  const totals = new Map<string, Sums>();
  for (const { currency, ...row } of rows) {
    const total = totals.get(currency);
    totals.set(currency, {
      currency,
      opening_minor: (total?.opening_minor ?? 0) + row.opening_minor,
      debit_minor: (total?.debit_minor ?? 0) + row.debit_minor,
      credit_minor: (total?.credit_minor ?? 0) + row.credit_minor,
      closing_minor: (total?.closing_minor ?? 0) + row.closing_minor,
    });
  }
  return [...totals.values()];
}
