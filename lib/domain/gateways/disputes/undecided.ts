import { type SQL, sql } from "drizzle-orm";
import type { TenantCtx } from "@/lib/kernel/operation";

/** The id of the dispute about a payment of the invoice that the bank has not decided, as SQL. Null: there is none. */
export const undecidedDispute = (organization_id: SQL, invoice_id: SQL): SQL => sql`(select x.id from disputes x
  join invoice_settlements xs on xs.organization_id = x.organization_id and xs.payment_id = x.payment_id
  where x.organization_id = ${organization_id} and x.closed_at is null and xs.invoice_id = ${invoice_id} limit 1)`;

/** Which of the invoices have a dispute that is undecided. */
export async function undecidedAmong(
  { db, organization_id }: TenantCtx,
  invoice_ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await db.execute<{ invoice_id: string }>(sql`
    select distinct s.invoice_id from disputes x
    join invoice_settlements s on s.organization_id = x.organization_id and s.payment_id = x.payment_id
    where x.organization_id = ${organization_id} and x.closed_at is null
      and s.organization_id = ${organization_id} and s.invoice_id = any(${sql.param([...invoice_ids])}::uuid[])`);
  return new Set(rows.map(({ invoice_id }) => invoice_id));
}
