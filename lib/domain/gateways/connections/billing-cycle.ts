import { and, eq } from "drizzle-orm";
import { paymentGateways } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payment-gateways";
import { notFound, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { readGateway } from "./read";

/** Who runs the cycle of memberships that start from now on. */
export const setBillingCycle = operation(contracts.setBillingCycle, async (ctx, { id, billing_cycle }) => {
  const { db, organization_id, now } = ctx;
  const isIt = and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, id));
  const [before] = await db.select().from(paymentGateways).where(isIt).for("update");
  if (!before) throw notFound();
  ctx.expectVersion(before.version);
  if (before.replaced_at) throw new Problem("conflict", "No new payments go through this gateway any more.");
  await db
    .update(paymentGateways)
    .set({ billing_cycle, version: before.version + 1, updated_at: now.toString() })
    .where(isIt);
  ctx.audit({
    ...{ target_type: "payment_gateway", target_id: id },
    ...{ before: { billing_cycle: before.billing_cycle }, after: { billing_cycle } },
  });
  return readGateway(ctx, id);
});
