import { and, eq, type SQL, sql } from "drizzle-orm";
import { companies, members } from "@/db/schema";
import type { Payer } from "@/lib/domain/billing/documents";
import { withinReach } from "@/lib/domain/organization/locations";
import { invalid, notFound } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";

type PayerInput = { member_id?: string | undefined; company_id?: string | undefined };

/** J2: the member or company that pays, and the home location of a member. Throws 404 for one out of reach. */
export async function payerOf(
  ctx: ReadCtx,
  { member_id, company_id }: PayerInput,
): Promise<{ payer: Payer; home_location_id: string | null }> {
  const { db, organization_id, caller } = ctx;
  if (member_id && !company_id) {
    const [member] = await db
      .select({ home_location_id: members.home_location_id })
      .from(members)
      .where(
        and(
          eq(members.organization_id, organization_id),
          eq(members.id, member_id),
          withinReach(caller, members.home_location_id),
        ),
      );
    if (!member) throw notFound();
    return { payer: { payer_member_id: member_id, payer_company_id: null }, ...member };
  }
  if (!company_id || member_id) throw invalid("member_id", "Choose who pays: a member or a company.");
  const [company] = await db
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.organization_id, organization_id), eq(companies.id, company_id)));
  if (!company) throw notFound();
  return { payer: { payer_member_id: null, payer_company_id: company_id }, home_location_id: null };
}

type PayerColumns = { payer_member_id: Parameters<typeof eq>[0]; payer_company_id: Parameters<typeof eq>[0] };

export const isPayer = (columns: PayerColumns, { payer_member_id, payer_company_id }: Payer): SQL =>
  payer_member_id ? eq(columns.payer_member_id, payer_member_id) : eq(columns.payer_company_id, payer_company_id);

/** The name of the payer of a row, by its columns. */
export const payerName = (table: string): SQL<string> => {
  const row = sql.identifier(table);
  return sql<string>`coalesce(
    (select trim(pm.first_name || ' ' || pm.last_name) from ${members} pm
      where pm.organization_id = ${row}.organization_id and pm.id = ${row}.payer_member_id),
    (select pc.name from ${companies} pc
      where pc.organization_id = ${row}.organization_id and pc.id = ${row}.payer_company_id), '')`;
};

/** The owner of lines of the journal. */
export const ownerOf = ({ payer_member_id, payer_company_id }: Payer) => ({
  member_id: payer_member_id,
  company_id: payer_company_id,
});
