import { and, asc, eq, gt, sql } from "drizzle-orm";
import { accountCredits, invoices, journalLines } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/account";
import { payerOf } from "@/lib/domain/billing/payments/payer";
import { operation } from "@/lib/kernel/operation";
import { creditColumns } from "./columns";

type Balance = { currency: string; open_minor: string; credit_minor: string };

/** What a member owes and is owed, from the ledger. */
export const getAccount = operation(contracts.getAccount, async (ctx, { id: member_id }) => {
  const { db, organization_id } = ctx;
  await payerOf(ctx, { member_id });
  const { rows: balances } = await db.execute<Balance>(sql`
    select e.currency, coalesce(sum(l.amount_minor) filter (where l.account = 'receivable'), 0) as open_minor,
      coalesce(-sum(l.amount_minor) filter (where l.account = 'customer_credit'), 0) as credit_minor
    from ${journalLines} l join journal_entries e on e.organization_id = l.organization_id and e.id = l.entry_id
    where l.organization_id = ${organization_id} and l.member_id = ${member_id} group by e.currency order by e.currency`);
  const open_invoices = await db
    .select({
      id: invoices.id,
      number: sql<string>`${invoices.number}`,
      location_id: invoices.location_id,
      currency: invoices.currency,
      issued_on: sql<string>`${invoices.issued_on}`,
      due_on: sql<string>`${invoices.due_on}`,
      total_minor: invoices.total_minor,
      open_minor: invoices.open_minor,
    })
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        eq(invoices.payer_member_id, member_id),
        gt(invoices.open_minor, 0),
      ),
    )
    .orderBy(asc(invoices.due_on), asc(invoices.id))
    .limit(200);
  const credits = await db
    .select(creditColumns)
    .from(accountCredits)
    .where(
      and(
        eq(accountCredits.organization_id, organization_id),
        eq(accountCredits.payer_member_id, member_id),
        gt(accountCredits.remaining_minor, 0),
      ),
    )
    .orderBy(asc(accountCredits.created_at), asc(accountCredits.id));
  return {
    ...{ member_id, open_invoices, credits },
    balances: balances.map((row) => {
      const [open_minor, credit_minor] = [Number(row.open_minor), Number(row.credit_minor)];
      return { currency: row.currency, open_minor, credit_minor, balance_minor: open_minor - credit_minor };
    }),
  };
});
