import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { paymentGateways } from "@/db/schema";
import { seal, unseal } from "@/lib/kernel/cipher";
import { notFound } from "@/lib/kernel/errors";
import type { TenantCtx } from "@/lib/kernel/operation";
import { type GatewaySettings, gatewaySettings } from "@/lib/values/gateway-settings";

export type GatewayRow = typeof paymentGateways.$inferSelect;
export type Secrets = Record<string, string>;

/** Binds the ciphertext to its organization and gateway. */
const cipherContext = (organization_id: string, gateway_id: string) =>
  `payment_gateways ${organization_id} ${gateway_id}`;

export const sealSecrets = (organization_id: string, gateway_id: string, secrets: Secrets): string | null =>
  Object.keys(secrets).length === 0 ? null : seal(cipherContext(organization_id, gateway_id), secrets);

/** Throws if ENCRYPTION_KEY has changed since. */
export function secretsOf({ organization_id, id, credentials_ciphertext }: GatewayRow): Secrets {
  if (credentials_ciphertext === null) return {};
  return z.record(z.string(), z.string()).parse(unseal(cipherContext(organization_id, id), credentials_ciphertext));
}

/** The settings of the vendor with their secrets. Throws if they cannot be read. */
export const settingsOf = (row: GatewayRow): GatewaySettings =>
  gatewaySettings.parse({ webhook_secret: null, ...row.settings, ...secretsOf(row), vendor: row.vendor });

export async function findGateways({ db, organization_id }: TenantCtx, condition?: SQL): Promise<GatewayRow[]> {
  return db
    .select()
    .from(paymentGateways)
    .where(and(eq(paymentGateways.organization_id, organization_id), condition))
    .orderBy(paymentGateways.created_at, paymentGateways.id);
}

/** Also one that was replaced: its refunds, events and saved methods stay with it (K21). Throws 404. */
export async function getGateway(ctx: TenantCtx, id: string): Promise<GatewayRow> {
  const [row] = await findGateways(ctx, eq(paymentGateways.id, id));
  if (!row) throw notFound();
  return row;
}

/** K21: the gateway of new payments of a legal entity: its own, otherwise that of the organization. Null: money comes by hand. */
export async function findCurrentGateway(
  { db, organization_id }: TenantCtx,
  legal_entity_id: string,
): Promise<GatewayRow | null> {
  const [row] = await db
    .select()
    .from(paymentGateways)
    .where(
      and(
        eq(paymentGateways.organization_id, organization_id),
        isNull(paymentGateways.replaced_at),
        or(eq(paymentGateways.legal_entity_id, legal_entity_id), isNull(paymentGateways.legal_entity_id)),
      ),
    )
    .orderBy(sql`${paymentGateways.legal_entity_id} nulls last`)
    .limit(1);
  return row ?? null;
}
