import { and, eq, or } from "drizzle-orm";
import { gatewaySubscriptions } from "@/db/schema";
import type { Ctx } from "@/lib/kernel/operation";
import type { SubscriptionBill, SubscriptionState } from "@/lib/providers/payments";
import { isUuid } from "@/lib/values/uuid";
import { settleSubscription } from "./settle";

export type SubscriptionAtGateway = { state: SubscriptionState; bills: SubscriptionBill[] };

/** What an event made us read. Null: it was not started here. */
export async function applySubscription(
  ctx: Ctx<unknown>,
  gateway_id: string,
  { state, bills }: SubscriptionAtGateway,
): Promise<{ mismatch: string | null } | null> {
  const t = gatewaySubscriptions;
  const own = state.subscription_id !== null && isUuid(state.subscription_id) ? state.subscription_id : null;
  const [row] = await ctx.db
    .select({ id: t.id })
    .from(t)
    .where(
      and(
        eq(t.organization_id, ctx.organization_id),
        eq(t.gateway_id, gateway_id),
        or(eq(t.vendor_ref, state.ref), own ? eq(t.id, own) : undefined),
      ),
    )
    .limit(1);
  if (!row) return null;
  const { mismatch } = await settleSubscription(ctx, row.id, { state: { outcome: "answered", value: state }, bills });
  return { mismatch };
}
