import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { gatewayRefunds, paymentGateways, refunds } from "@/db/schema";
import type { GatewayRow } from "@/lib/domain/gateways/connections/stored";
import type { Caller } from "@/lib/kernel/caller";
import { operation } from "@/lib/kernel/operation";
import type { GatewayResult, RefundState } from "@/lib/providers/payments";
import * as contracts from "./job-contracts";
import { applyRefundState, type RefundVerdict } from "./settle-refund";

export type DueRefund = {
  gateway: GatewayRow;
  row: typeof gatewayRefunds.$inferSelect;
  refund: Pick<typeof refunds.$inferSelect, "id" | "amount_minor" | "currency" | "reason">;
};
export type RefundAnswer = GatewayResult<RefundState>;

const batchSize = 50;

const findDue = operation(contracts.findDueRefunds, async ({ db, organization_id, now }) => {
  const due = await db
    .select({
      row: gatewayRefunds,
      gateway: paymentGateways,
      refund: {
        id: refunds.id,
        amount_minor: refunds.amount_minor,
        currency: refunds.currency,
        reason: refunds.reason,
      },
    })
    .from(gatewayRefunds)
    .innerJoin(refunds, and(eq(refunds.organization_id, organization_id), eq(refunds.id, gatewayRefunds.refund_id)))
    .innerJoin(
      paymentGateways,
      and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, gatewayRefunds.gateway_id)),
    )
    .where(
      and(
        eq(gatewayRefunds.organization_id, organization_id),
        isNull(gatewayRefunds.ended_at),
        lte(gatewayRefunds.check_at, now.toString()),
      ),
    )
    .orderBy(asc(gatewayRefunds.check_at), asc(gatewayRefunds.id))
    .limit(batchSize);
  return { due: due as never[] };
});

const settle = operation(contracts.settleRefund, (ctx, { refund_id, result }) =>
  applyRefundState(ctx, refund_id, result as RefundAnswer),
);

/** The typed doors of the jobs. */
export const findDueRefunds = async (caller: Caller): Promise<DueRefund[]> => (await findDue(caller, {})).due;

export const settleRefund = (caller: Caller, refund_id: string, result: RefundAnswer): Promise<RefundVerdict> =>
  settle(caller, { refund_id, result: result as never });
