import { sql } from "drizzle-orm";
import { gatewaySubscriptions } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/gateways/gateway-subscriptions";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { getGateway } from "@/lib/domain/gateways/connections/stored";
import { type Caller, userIdOf } from "@/lib/kernel/caller";
import { notFound, orProblem, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { GatewayResult, SubscriptionState } from "@/lib/providers/payments";
import { getSubscriptionRow } from "./read";
import { isSubscription, lockSubscription } from "./rows";
import { settleSubscription } from "./settle";

type Called = { state: GatewayResult<SubscriptionState> } | Problem;

/** Ends the subscription at the gateway: with the period that is paid, or at once. What is unpaid is charged by us again after its end. */
export const cancelSubscription = operation(
  contracts.cancelSubscription,
  async (ctx: Ctx<Called>, { id }) => {
    const called = ctx.prepared;
    if (called instanceof Problem) throw called;
    await getSubscriptionRow(ctx, id);
    await settleSubscription(ctx, id, { state: called.state, bills: [], end_reason: "by_staff" });
    const row = await getSubscriptionRow(ctx, id);
    const after = { membership_id: row.membership_id, status: row.status, is_ending: row.is_ending };
    ctx.audit({ target_type: "gateway_subscription", target_id: id, after });
    return row;
  },
  { prepare: callCancel },
);

async function callCancel(caller: Caller, { id, when }: { id: string; when: "now" | "period_end" }): Promise<Called> {
  const { organization } = caller;
  if (!organization) return notFound();
  return orProblem(async () => {
    const organization_id = organization.id;
    const { row, gateway } = await inTenant({ organization_id, user_id: userIdOf(caller) }, async (db) => {
      const ctx = { db, organization_id, caller };
      await getSubscriptionRow(ctx, id);
      const before = await lockSubscription(ctx, id);
      if (before.ended_at) throw new Problem("conflict", "This subscription has ended.");
      if (!before.vendor_ref)
        throw new Problem("conflict", "The gateway has not answered yet. Wait a minute and try again.");
      await db
        .update(gatewaySubscriptions)
        .set({ calls: sql`${gatewaySubscriptions.calls} + 1` })
        .where(isSubscription(ctx, id));
      return { row: { ...before, calls: before.calls + 1 }, gateway: await getGateway(ctx, before.gateway_id) };
    });
    const opened = openGateway(gateway, { ...organization, clock: caller.clock });
    if ("unreadable" in opened) throw new Problem("conflict", opened.unreadable);
    const { subscriptions } = opened.gateway;
    if (!subscriptions || !row.vendor_ref) throw notFound();
    // The payer has not allowed it yet: there is no period that it could end with.
    const at = row.status === "requires_action" ? "now" : when;
    const key = `subscription-${id}-${row.calls}-cancel`;
    return { state: await subscriptions.cancel(row.vendor_ref, { key, when: at }) };
  });
}
