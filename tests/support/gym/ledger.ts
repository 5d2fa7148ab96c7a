import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenancy";
import type { Gym } from "./gym";

type Reach = Pick<Gym, "organization_id">;

/** The balance of each account that is not zero. Debits are positive. */
export async function ledgerOf({ organization_id }: Reach): Promise<Record<string, number>> {
  const { rows } = await inTenant({ organization_id, user_id: null }, (db) =>
    db.execute<{ account: string; minor: string }>(sql`
      select account, sum(amount_minor) as minor from journal_lines where organization_id = ${organization_id}
      group by account having sum(amount_minor) <> 0`),
  );
  return Object.fromEntries(rows.map(({ account, minor }) => [account, Number(minor)]));
}

/** The facts whose lines do not sum to zero. */
export async function unbalancedOf({ organization_id }: Reach): Promise<string[]> {
  const { rows } = await inTenant({ organization_id, user_id: null }, (db) =>
    db.execute<{ fact: string }>(sql`
      select e.fact from journal_entries e join journal_lines l on l.organization_id = e.organization_id and l.entry_id = e.id
      where e.organization_id = ${organization_id} group by e.id, e.fact having sum(l.amount_minor) <> 0`),
  );
  return rows.map(({ fact }) => fact);
}
