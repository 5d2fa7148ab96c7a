import { and, asc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { legalEntities, paymentGateways } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payment-gateways";
import { env } from "@/lib/kernel/env";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { gatewayVendors } from "@/lib/values/gateways";
import { type GatewayRow, secretsOf } from "./stored";
import { fieldsOf, vendorLabels } from "./vendor-fields";

type Gateway = z.input<typeof contracts.listGateways.output>["data"][number];

export const listGateways = operation(contracts.listGateways, async (ctx) => ({
  data: await describeGateways(ctx),
  choices: gatewayVendors.map((vendor) => ({ vendor, label: vendorLabels[vendor], fields: fieldsOf(vendor) })),
}));

export async function readGateway(ctx: Ctx<unknown>, id: string): Promise<Gateway> {
  const found = (await describeGateways(ctx)).find((one) => one.id === id);
  if (!found) throw notFound();
  return found;
}

async function describeGateways({ db, organization_id, organization }: Ctx<unknown>): Promise<Gateway[]> {
  const rows = await db
    .select({ row: paymentGateways, legal_entity_name: legalEntities.legal_name })
    .from(paymentGateways)
    .leftJoin(
      legalEntities,
      and(eq(legalEntities.organization_id, organization_id), eq(legalEntities.id, paymentGateways.legal_entity_id)),
    )
    .where(eq(paymentGateways.organization_id, organization_id))
    .orderBy(sql`${paymentGateways.replaced_at} is not null`, asc(paymentGateways.created_at), asc(paymentGateways.id));
  return rows.map(({ row, legal_entity_name }) => ({
    ...row,
    legal_entity_name,
    secrets: Object.keys(readableSecrets(row)),
    webhook_url:
      row.vendor === "sandbox"
        ? null
        : new URL(`/api/webhooks/${row.vendor}/${organization.slug}`, env().PUBLIC_URL).href,
  }));
}

/** Empty if ENCRYPTION_KEY has changed since. */
export function readableSecrets(row: GatewayRow): Record<string, string> {
  try {
    return secretsOf(row);
  } catch {
    return {};
  }
}
