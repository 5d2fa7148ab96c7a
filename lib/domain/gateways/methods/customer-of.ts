import { and, eq, sql } from "drizzle-orm";
import { companies, gatewayCustomers, members } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Caller, OrganizationCard } from "@/lib/kernel/caller";
import type { GatewayResult, PaymentGateway } from "@/lib/providers/payments";
import type { Payer } from "./payer";

/** The payer's id at the gateway, made with the first method that is saved. */
export async function customerOf(
  caller: Caller,
  organization: OrganizationCard,
  { payer_member_id, payer_company_id }: Payer,
  { gateway_id, gateway }: { gateway_id: string; gateway: PaymentGateway },
): Promise<GatewayResult<{ customer_ref: string }>> {
  const organization_id = organization.id;
  const tenant = { organization_id, user_id: null };
  const payer_id = payer_member_id ?? payer_company_id ?? "";
  const isCustomer = and(
    eq(gatewayCustomers.organization_id, organization_id),
    eq(gatewayCustomers.gateway_id, gateway_id),
    payer_member_id
      ? eq(gatewayCustomers.payer_member_id, payer_member_id)
      : eq(gatewayCustomers.payer_company_id, payer_id),
  );
  const found = await inTenant(tenant, async (db) => {
    const [known] = await db.select().from(gatewayCustomers).where(isCustomer);
    if (known) return { known, payer: null };
    const [member] = await db
      .select({
        name: sql<string>`trim(${members.first_name} || ' ' || ${members.last_name})`,
        ...{ email: members.email, phone: members.phone },
      })
      .from(members)
      .where(and(eq(members.organization_id, organization_id), eq(members.id, payer_id)));
    const [company] = await db
      .select({ name: companies.name, email: companies.email })
      .from(companies)
      .where(and(eq(companies.organization_id, organization_id), eq(companies.id, payer_id)));
    const payer = member ?? (company && { ...company, phone: null });
    return { known: null, payer: payer ?? null };
  });
  if (found.known) return { outcome: "answered", value: { customer_ref: found.known.customer_ref } };
  const { name, email, phone } = found.payer ?? { name: "", email: null, phone: null };
  const made = await gateway.createCustomer({ payer_id, name, email, phone }, `customer-${gateway_id}-${payer_id}`);
  if (made.outcome !== "answered") return made;
  const { customer_ref } = made.value;
  await inTenant(tenant, (db) =>
    db
      .insert(gatewayCustomers)
      .values({
        ...{ organization_id, gateway_id, payer_member_id, payer_company_id, customer_ref },
        created_at: caller.clock.now().toString(),
      })
      .onConflictDoNothing(),
  );
  return made;
}
