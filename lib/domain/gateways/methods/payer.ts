import { and, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { companies, invoices, locations, members, paymentGateways, savedMethods } from "@/db/schema";
import { sellerOf } from "@/lib/domain/billing/entities";
import { findCurrentGateway, findGateways, type GatewayRow } from "@/lib/domain/gateways/connections/stored";
import type { ClockCtx, OrganizationCtx, TenantCtx } from "@/lib/kernel/operation";

/** Exactly one of both is set. */
export type Payer = { payer_member_id: string | null; payer_company_id: string | null };

type Columns = { payer_member_id: Parameters<typeof eq>[0]; payer_company_id: Parameters<typeof eq>[0] };

export const isPayerOf = (columns: Columns, { payer_member_id, payer_company_id }: Payer): SQL =>
  payer_member_id ? eq(columns.payer_member_id, payer_member_id) : eq(columns.payer_company_id, payer_company_id ?? "");

/** The methods of a payer change one at a time, so that exactly one is the default. Held until the transaction ends. */
export async function lockMethodsOf({ db }: TenantCtx, { payer_member_id, payer_company_id }: Payer): Promise<void> {
  const key = `saved_methods ${payer_member_id ?? payer_company_id}`;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

type PayerFacts = { name: string; currency: string; gateway: GatewayRow | null };

/**
 * Who pays, by first name and initial, and where a new method is saved: at the current gateway of the legal entity of the home location,
 * or of the last invoice of a company (K21). Null: the payer is gone.
 */
export async function factsOf(ctx: OrganizationCtx, payer: Payer): Promise<PayerFacts | null> {
  return payer.payer_member_id ? factsOfMember(ctx, payer.payer_member_id) : factsOfCompany(ctx, payer);
}

async function factsOfMember(ctx: ClockCtx, member_id: string): Promise<PayerFacts | null> {
  const { db, organization_id } = ctx;
  const [member] = await db
    .select({
      ...{ first_name: members.first_name, last_name: members.last_name },
      ...{ home_location_id: members.home_location_id, currency: locations.currency },
    })
    .from(members)
    .innerJoin(
      locations,
      and(eq(locations.organization_id, organization_id), eq(locations.id, members.home_location_id)),
    )
    .where(and(eq(members.organization_id, organization_id), eq(members.id, member_id), isNull(members.archived_at)));
  if (!member) return null;
  const { entity } = await sellerOf(ctx, member.home_location_id);
  const gateway = await findCurrentGateway(ctx, entity.id);
  return { name: shortName(member), currency: member.currency, gateway };
}

async function factsOfCompany(ctx: OrganizationCtx, payer: Payer): Promise<PayerFacts | null> {
  const { db, organization_id, organization } = ctx;
  const [company] = await db
    .select({ name: companies.name })
    .from(companies)
    .where(
      and(
        eq(companies.organization_id, organization_id),
        eq(companies.id, payer.payer_company_id ?? ""),
        isNull(companies.archived_at),
      ),
    );
  if (!company) return null;
  const [last] = await db
    .select({ legal_entity_id: invoices.legal_entity_id, currency: invoices.currency })
    .from(invoices)
    .where(
      and(eq(invoices.organization_id, organization_id), isPayerOf(invoices, payer), isNotNull(invoices.finalized_at)),
    )
    .orderBy(desc(invoices.finalized_at), desc(invoices.id))
    .limit(1);
  const [first = null] = last ? [] : await findGateways(ctx, isNull(paymentGateways.replaced_at));
  const gateway = last ? await findCurrentGateway(ctx, last.legal_entity_id) : first;
  return { name: company.name, currency: last?.currency ?? organization.currency, gateway };
}

/** First name and initial, for pages without a sign-in. */
export const shortName = ({ first_name, last_name }: { first_name: string; last_name: string }): string =>
  [first_name, last_name ? `${last_name.slice(0, 1)}.` : ""].join(" ").trim();

const MANDATE_FLOOR_MINOR = 15_000_00;

/**
 * K11: what one debit of a new mandate may be at most. The maximum cannot be raised later, so there is room for a price increase: twice the
 * highest bill of the payer, and at least what banks debit without asking each time.
 */
export async function mandateMaxOf(
  { db, organization_id }: TenantCtx,
  payer: Payer,
  currency: string,
): Promise<number> {
  const [row] = await db
    .select({ highest: sql<string>`coalesce(max(${invoices.total_minor}), 0)` })
    .from(invoices)
    .where(
      and(eq(invoices.organization_id, organization_id), isPayerOf(invoices, payer), eq(invoices.currency, currency)),
    );
  return Math.max(MANDATE_FLOOR_MINOR, 2 * Number(row?.highest ?? 0));
}

/** The methods that may still be charged. */
export const isActive = (organization_id: string): SQL | undefined =>
  and(eq(savedMethods.organization_id, organization_id), isNull(savedMethods.ended_at));
