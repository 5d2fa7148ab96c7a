import { and, eq, sql } from "drizzle-orm";
import { companies, members } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { Buyer } from "@/lib/values/invoice-snapshot";
import type { Payer } from "./draft";

export const payerKey = ({ payer_member_id, payer_company_id }: Payer): string => payer_member_id ?? payer_company_id;

const ids = (values: (string | null)[]) => sql.param([...new Set(values.filter((value) => value !== null))]);

/** L6: what documents print of their payers, by `payerKey()`. */
export async function buyersOf(
  { db, organization_id }: TenantCtx,
  payers: readonly Payer[],
): Promise<ReadonlyMap<string, Buyer>> {
  const found = new Map<string, Buyer>();
  if (payers.some(({ payer_member_id }) => payer_member_id)) {
    const rows = await db
      .select({
        id: members.id,
        name: sql<string>`trim(${members.first_name} || ' ' || ${members.last_name})`,
        address: members.address,
        email: members.email,
      })
      .from(members)
      .where(
        and(
          eq(members.organization_id, organization_id),
          sql`${members.id} = any(${ids(payers.map(({ payer_member_id }) => payer_member_id))}::uuid[])`,
        ),
      );
    for (const { id, ...row } of rows) found.set(id, { ...row, country: null, state_code: null, tax_id: null });
  }
  if (payers.some(({ payer_company_id }) => payer_company_id)) {
    const { id, name, address, country, state_code, tax_id, email } = companies;
    const rows = await db
      .select({ id, name, address, country, state_code, tax_id, email })
      .from(companies)
      .where(
        and(
          eq(companies.organization_id, organization_id),
          sql`${companies.id} = any(${ids(payers.map(({ payer_company_id }) => payer_company_id))}::uuid[])`,
        ),
      );
    for (const { id: key, ...row } of rows) found.set(key, row);
  }
  return found;
}

export function buyerAt(buyers: ReadonlyMap<string, Buyer>, payer: Payer): Buyer {
  const buyer = buyers.get(payerKey(payer));
  if (!buyer) throw new Error("A payer does not exist");
  return buyer;
}
