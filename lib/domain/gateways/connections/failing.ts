import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { paymentGateways } from "@/db/schema";
import type { ClockCtx, TenantCtx } from "@/lib/kernel/operation";

type Version = { id: string; version: number };

const isVersion = ({ organization_id }: TenantCtx, { id, version }: Version) =>
  and(
    eq(paymentGateways.organization_id, organization_id),
    eq(paymentGateways.id, id),
    eq(paymentGateways.version, version),
  );

/** Charges wait from now on, unless the keys have changed meanwhile. Returns whether it was working before. */
export async function markGatewayFailing(ctx: ClockCtx, version: Version, failure: string): Promise<boolean> {
  const marked = await ctx.db
    .update(paymentGateways)
    .set({ failing_since: ctx.now.toString(), failure })
    .where(and(isVersion(ctx, version), isNull(paymentGateways.failing_since)))
    .returning({ id: paymentGateways.id });
  return marked.length > 0;
}

/** Returns whether it was failing before. */
export async function markGatewayWorking(ctx: TenantCtx, version: Version): Promise<boolean> {
  const marked = await ctx.db
    .update(paymentGateways)
    .set({ failing_since: null, failure: null })
    .where(and(isVersion(ctx, version), isNotNull(paymentGateways.failing_since)))
    .returning({ id: paymentGateways.id });
  return marked.length > 0;
}
