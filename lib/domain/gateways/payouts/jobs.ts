import { and, eq, isNull, or, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { paymentGateways, payouts } from "@/db/schema";
import { findGateways, type GatewayRow, getGateway } from "@/lib/domain/gateways/connections/stored";
import type { Caller } from "@/lib/kernel/caller";
import { operation } from "@/lib/kernel/operation";
import type { PayoutState } from "@/lib/providers/payments";
import type { PayoutStatus } from "@/lib/values/gateways";
import * as contracts from "./job-contracts";
import { applyPayout, type Items, matchAgain } from "./settle-payout";

export type Plan = {
  gateway: GatewayRow;
  from_on: string;
  /** What is stored of each payout. */
  known: { ref: string; status: PayoutStatus; has_items: boolean }[];
};

/** A payout is listed by the day on which it was made, and can still come back days after it arrived. */
const lookBackDays = 21;

const plan = operation(contracts.planPayouts, async (ctx, { gateway_id }) => {
  const gateway = await getGateway(ctx, gateway_id);
  const isOpen = or(eq(payouts.status, "pending"), isNull(payouts.items_at));
  const [days] = await ctx.db
    .select({
      open_on: sql<string | null>`min(${payouts.arrives_on}) filter (where ${isOpen})`,
      last_on: sql<string | null>`max(${payouts.arrives_on})`,
    })
    .from(payouts)
    .where(and(eq(payouts.organization_id, ctx.organization_id), eq(payouts.gateway_id, gateway_id)));
  const made_on = Temporal.Instant.from(gateway.created_at).toZonedDateTimeISO("UTC").toPlainDate();
  const oldest = days?.open_on ?? days?.last_on;
  const from = oldest
    ? Temporal.PlainDate.from(oldest).subtract({ days: lookBackDays })
    : made_on.subtract({ days: 1 });
  const from_on = from.toString();
  const rows = await ctx.db
    .select({ ref: payouts.payout_ref, status: payouts.status, items_at: payouts.items_at })
    .from(payouts)
    .where(
      and(
        eq(payouts.organization_id, ctx.organization_id),
        eq(payouts.gateway_id, gateway_id),
        sql`${payouts.arrives_on} >= ${from_on}`,
      ),
    );
  const known = rows.map(({ ref, status, items_at }) => ({ ref, status, has_items: items_at !== null }));
  return { plan: { gateway, from_on, known } as never };
});

/** Also those that were replaced: their last payouts still come (K21). */
export const findPayoutGateways = operation(contracts.findPayoutGateways, async (ctx) => {
  const rows = await findGateways(ctx, isNull(paymentGateways.failing_since));
  return { gateway_ids: rows.map(({ id }) => id) };
});

const settle = operation(contracts.settlePayout, (ctx, { gateway_id, state, items }) =>
  applyPayout(ctx, gateway_id, state as PayoutState, items as Items),
);

const match = operation(contracts.matchPayouts, async (ctx, { gateway_id }) => ({
  matched: await matchAgain(ctx, gateway_id),
}));

/** The typed doors of the jobs. */
export const planPayouts = async (caller: Caller, gateway_id: string): Promise<Plan> =>
  (await plan(caller, { gateway_id })).plan;

export const settlePayout = (caller: Caller, gateway_id: string, state: PayoutState, items: Items) =>
  settle(caller, { gateway_id, state: state as never, items: items as never });

export const matchPayouts = (caller: Caller, gateway_id: string) => match(caller, { gateway_id });
