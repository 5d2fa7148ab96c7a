import { and, eq } from "drizzle-orm";
import { paymentGateways } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { findOrganizationCard } from "@/lib/domain/organization";
import type { WebhookRequest } from "@/lib/kernel/webhook";
import { openSandbox } from "./open";

/** Whether a call is signed by a sandbox of the gym. */
export async function receiveSandboxWebhook(call: WebhookRequest): Promise<boolean> {
  const organization = await findOrganizationCard({ slug: call.gym_slug });
  if (!organization) return false;
  const organization_id = organization.id;
  const gateways = await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select({ id: paymentGateways.id })
      .from(paymentGateways)
      .where(and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.vendor, "sandbox"))),
  );
  for (const { id } of gateways) {
    const { currency } = organization;
    const gateway = openSandbox({ organization_id, gateway_id: id, currency, clock: { now: () => call.now } });
    if (await gateway.readWebhook(call)) return true;
  }
  return false;
}
