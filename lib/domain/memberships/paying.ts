import { and, eq, sql } from "drizzle-orm";
import { companies, members } from "@/db/schema";
import { withinReach } from "@/lib/domain/organization/locations";
import { invalid, notFound } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";
import type { NamedPayer } from "@/lib/values/membership-history";

type Chosen = { payer_member_id?: string | undefined; payer_company_id?: string | undefined };

/** J2: the member or company that was chosen to pay; null where the member pays. Throws for one that cannot pay. */
export async function chosenPayer(
  ctx: ReadCtx,
  { payer_member_id, payer_company_id }: Chosen,
  member_id: string,
): Promise<NamedPayer | null> {
  if (payer_member_id && payer_company_id) throw invalid("payer_company_id", "Choose a member or a company, not both");
  if (payer_company_id) return payingCompany(ctx, payer_company_id);
  return payer_member_id && payer_member_id !== member_id ? payingMember(ctx, payer_member_id) : null;
}

async function payingMember({ db, organization_id, caller }: ReadCtx, id: string): Promise<NamedPayer> {
  const [member] = await db
    .select({
      name: sql<string>`trim(${members.first_name} || ' ' || ${members.last_name})`,
      archived_at: members.archived_at,
    })
    .from(members)
    .where(
      and(
        eq(members.organization_id, organization_id),
        eq(members.id, id),
        withinReach(caller, members.home_location_id),
      ),
    );
  if (!member) throw notFound();
  if (member.archived_at) throw invalid("payer_member_id", `${member.name} is archived. Restore them first`);
  return { kind: "member", id, name: member.name };
}

async function payingCompany({ db, organization_id }: ReadCtx, id: string): Promise<NamedPayer> {
  const [company] = await db
    .select({ name: companies.name, archived_at: companies.archived_at })
    .from(companies)
    .where(and(eq(companies.organization_id, organization_id), eq(companies.id, id)));
  if (!company) throw notFound();
  if (company.archived_at) throw invalid("payer_company_id", `${company.name} is archived. Choose another payer`);
  return { kind: "company", id, name: company.name };
}

/** The columns of a membership. */
export const payerColumns = (payer: NamedPayer | null) => ({
  payer_member_id: payer?.kind === "member" ? payer.id : null,
  payer_company_id: payer?.kind === "company" ? payer.id : null,
});
