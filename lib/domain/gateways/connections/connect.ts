import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { legalEntities, paymentAttempts, paymentGateways } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payment-gateways";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { gatewaySettings, isLive } from "@/lib/values/gateway-settings";
import type { GatewayVendor } from "@/lib/values/gateways";
import { readableSecrets, readGateway } from "./read";
import { type GatewayRow, sealSecrets } from "./stored";
import { checkFields } from "./vendor-fields";

/** K21: new payments of the legal entity go through this gateway. The one that it replaces keeps what it made. */
export const connectGateway = operation(contracts.connectGateway, async (ctx, input) => {
  const { db, organization_id, now } = ctx;
  const { vendor, legal_entity_id } = input;
  if (legal_entity_id) await requireEntity(ctx, legal_entity_id);
  const { settings, secrets } = checkFields(vendor, input.settings, input.secrets);
  const [id, at] = [newId(), now.toString()];
  const replaced = await db
    .update(paymentGateways)
    .set({ replaced_at: at, updated_at: at, version: sql`${paymentGateways.version} + 1` })
    .where(
      and(
        eq(paymentGateways.organization_id, organization_id),
        isNull(paymentGateways.replaced_at),
        legal_entity_id
          ? eq(paymentGateways.legal_entity_id, legal_entity_id)
          : isNull(paymentGateways.legal_entity_id),
      ),
    )
    .returning({ id: paymentGateways.id, vendor: paymentGateways.vendor });
  await db.insert(paymentGateways).values({
    ...{ id, organization_id, legal_entity_id, vendor, settings, is_live: livenessOf(vendor, settings, secrets) },
    ...{ credentials_ciphertext: sealSecrets(organization_id, id, secrets), created_at: at, updated_at: at },
  });
  ctx.audit({
    target_type: "payment_gateway",
    target_id: id,
    before: { replaced: replaced.map((one) => one.vendor) },
    after: { vendor, legal_entity_id, ...settings, secrets_changed: Object.keys(secrets) },
  });
  return readGateway(ctx, id);
});

export const updateGateway = operation(contracts.updateGateway, async (ctx, { id, ...input }) => {
  const { db, organization_id, now } = ctx;
  const before = await lockGateway(ctx, id);
  ctx.expectVersion(before.version);
  if (before.vendor === "sandbox")
    throw new Problem("conflict", "The sandbox has no keys. There is nothing to change.");
  const isSame = Object.entries(input.settings).every(([name, value]) => before.settings[name] === value.trim());
  // A14: another public key is another account, so that its secrets are entered again.
  const retained = isSame ? readableSecrets(before) : {};
  const merged = { settings: { ...before.settings, ...input.settings }, secrets: { ...retained, ...input.secrets } };
  const { settings, secrets } = checkFields(before.vendor, merged.settings, merged.secrets);
  await db
    .update(paymentGateways)
    .set({
      ...{ settings, credentials_ciphertext: sealSecrets(organization_id, id, secrets) },
      ...{ is_live: livenessOf(before.vendor, settings, secrets), failing_since: null, failure: null },
      ...{ version: before.version + 1, updated_at: now.toString() },
      ...(isSame ? {} : { account_ref: null, account_name: null }),
    })
    .where(isGateway(ctx, id));
  ctx.audit({
    ...{ target_type: "payment_gateway", target_id: id, before: { ...before.settings } },
    after: { ...settings, secrets_changed: Object.keys(input.secrets) },
  });
  return readGateway(ctx, id);
});

export const disconnectGateway = operation(contracts.disconnectGateway, async (ctx, { id }) => {
  const { db, now } = ctx;
  const before = await lockGateway(ctx, id);
  ctx.expectVersion(before.version);
  if (before.replaced_at) throw new Problem("conflict", "No new payments go through this gateway any more.");
  await refuseWhileCharging(ctx, id);
  await db
    .update(paymentGateways)
    .set({ replaced_at: now.toString(), updated_at: now.toString(), version: before.version + 1 })
    .where(isGateway(ctx, id));
  ctx.audit({ target_type: "payment_gateway", target_id: id, before: { vendor: before.vendor }, after: null });
  return readGateway(ctx, id);
});

/** Money that is on its way now would arrive at a gateway that staff believe to be off. */
async function refuseWhileCharging({ db, organization_id }: Ctx<unknown>, gateway_id: string): Promise<void> {
  const [live] = await db
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.organization_id, organization_id),
        eq(paymentAttempts.gateway_id, gateway_id),
        isNull(paymentAttempts.ended_at),
        inArray(paymentAttempts.status, ["reserved", "processing"]),
      ),
    )
    .limit(1);
  if (live)
    throw new Problem("conflict", "Charges are under way through this gateway. Disconnect it when they have ended.");
}

const livenessOf = (
  vendor: GatewayVendor,
  settings: Record<string, string>,
  secrets: Record<string, string>,
): boolean =>
  vendor !== "sandbox" && isLive(gatewaySettings.parse({ webhook_secret: null, ...settings, ...secrets, vendor }));

const isGateway = ({ organization_id }: Ctx<unknown>, id: string) =>
  and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, id));

async function lockGateway(ctx: Ctx<unknown>, id: string): Promise<GatewayRow> {
  const [row] = await ctx.db.select().from(paymentGateways).where(isGateway(ctx, id)).for("update");
  if (!row) throw notFound();
  return row;
}

async function requireEntity({ db, organization_id }: Ctx<unknown>, id: string): Promise<void> {
  const [row] = await db
    .select({ id: legalEntities.id })
    .from(legalEntities)
    .where(
      and(
        eq(legalEntities.organization_id, organization_id),
        eq(legalEntities.id, id),
        isNull(legalEntities.archived_at),
      ),
    );
  if (!row) throw notFound();
}
