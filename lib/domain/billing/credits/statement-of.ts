import { sql } from "drizzle-orm";
import { invoices, journalEntries, journalLines } from "@/db/schema";
import { type StatementKind, statementKinds } from "@/lib/contracts/billing/account";
import type { Payer } from "@/lib/domain/billing/documents";
import { invalid } from "@/lib/kernel/errors";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";

type Row = { booked_on: string | null; fact: string; number: string | null; minor: string };
type Range = { from: CalendarDay; to: CalendarDay; currency?: string | undefined };

/** Five years: what is booked before is in the opening balance. */
const maxDays = 1_830;

/**
 * What changed the balance of a payer between two days, from the ledger. The use of account credit changes no balance, so it is no row
 * here; the invoice shows it.
 */
export async function statementOf(ctx: OrganizationCtx, payer: Payer, { from, to, ...range }: Range) {
  const { db, organization_id, organization } = ctx;
  if (to < from) throw invalid("to", "The last day is before the first. Choose a day on or after it.");
  if (to > addDays(from, maxDays))
    throw invalid("from", "A statement covers at most five years. Choose a later first day.");
  const currency = range.currency ?? organization.currency;
  const isOwn = payer.payer_member_id
    ? sql`l.member_id = ${payer.payer_member_id}`
    : sql`l.company_id = ${payer.payer_company_id}`;
  const { rows } = await db.execute<Row>(sql`
    with booked as (
      select case when e.booked_on < ${from} then null else e.booked_on end as booked_on, e.fact, e.created_at, e.id,
        sum(l.amount_minor) as minor
      from ${journalLines} l join ${journalEntries} e on e.organization_id = l.organization_id and e.id = l.entry_id
      where l.organization_id = ${organization_id} and ${isOwn} and e.currency = ${currency}
        and e.booked_on <= ${to}
        and l.account in ('receivable', 'customer_credit')
      group by e.id, e.booked_on, e.fact, e.created_at having sum(l.amount_minor) <> 0)
    select null as booked_on, 'opening:' as fact, null as number, coalesce(sum(minor), 0) as minor, null as created_at, null as id
      from booked where booked_on is null
    union all
    select booked_on::text, fact, (select i.number from ${invoices} i where i.organization_id = ${organization_id}
        and split_part(fact, ':', 1) in ('invoice', 'credit_note', 'void', 'write_off')
        and i.id = split_part(fact, ':', 2)::uuid), minor, created_at, id
      from booked where booked_on is not null
    order by booked_on nulls first, created_at, id`);
  let balance_minor = 0;
  const all = rows.map((row) => {
    balance_minor += Number(row.minor);
    return { ...row, amount_minor: Number(row.minor), balance_minor };
  });
  const [opening, ...booked] = all;
  return {
    ...{ from, to, currency, opening_minor: opening?.amount_minor ?? 0, closing_minor: balance_minor },
    rows: booked.map(({ fact, number, amount_minor, balance_minor: after, booked_on }) => {
      const [prefix = "", id = ""] = fact.split(":");
      const kind = statementKinds.find((known) => known === prefix) ?? ("other" satisfies StatementKind);
      return { booked_on: booked_on as string, kind, id, number, amount_minor, balance_minor: after };
    }),
  };
}
