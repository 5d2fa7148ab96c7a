import { and, eq, sql } from "drizzle-orm";
import { companies, members } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { Buyer } from "@/lib/values/invoice-snapshot";
import type { Draft, Payer } from "./draft";

export const payerKey = ({ payer_member_id, payer_company_id }: Payer): string => payer_member_id ?? payer_company_id;

const ids = (values: (string | null)[]) => sql.param([...new Set(values.filter((value) => value !== null))]);

const fullName = sql<string>`trim(${members.first_name} || ' ' || ${members.last_name})`;

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
        name: fullName,
        address: members.address,
        email: members.email,
        language: members.language,
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

/** L12: the names of the members on the bills of companies. */
export async function namesOnBills(
  { db, organization_id }: TenantCtx,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<string, string>> {
  const member_ids = drafts
    .filter(({ payer_company_id }) => payer_company_id !== null)
    .flatMap(({ lines }) => lines.map(({ member_id }) => member_id));
  if (member_ids.every((id) => id === null)) return new Map();
  const rows = await db
    .select({ id: members.id, name: fullName })
    .from(members)
    .where(and(eq(members.organization_id, organization_id), sql`${members.id} = any(${ids(member_ids)}::uuid[])`));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export function buyerAt(buyers: ReadonlyMap<string, Buyer>, payer: Payer): Buyer {
  const buyer = buyers.get(payerKey(payer));
  if (!buyer) throw new Error("A payer does not exist");
  return buyer;
}
