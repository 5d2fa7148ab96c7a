import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { disputes, gatewayRefunds, paymentGateways, payments, refunds } from "@/db/schema";
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
  /** K17: the bank has taken the money back, so that it is not sent again. */
  is_disputed: boolean;
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
      is_disputed: sql<boolean>`exists (select from ${disputes} d join ${payments} p on p.organization_id = d.organization_id
          and p.id = d.payment_id
        where d.organization_id = ${refunds.organization_id} and d.payment_id = ${refunds.payment_id}
          and d.taken_at is not null and d.returned_at is null
          and (d.closed_at is null or p.refunded_minor + disputed_minor(d.organization_id, d.payment_id) > p.amount_minor))`,
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

const settle = operation(contracts.settleRefund, async (ctx, { refund_id, result }) => {
  const { db, organization_id } = ctx;
  const settled = await applyRefundState(ctx, refund_id, result as RefundAnswer);
  if (settled.verdict !== "succeeded" && settled.verdict !== "failed") return settled;
  const [refund] = await db
    .select({ payment_id: refunds.payment_id, amount_minor: refunds.amount_minor, currency: refunds.currency })
    .from(refunds)
    .where(and(eq(refunds.organization_id, organization_id), eq(refunds.id, refund_id)));
  if (refund) {
    const { payment_id: target_id, ...money } = refund;
    ctx.audit({ target_type: "payment", target_id, after: { refund_id, status: settled.verdict, ...money } });
  }
  return settled;
});

/** The typed doors of the jobs. */
export const findDueRefunds = async (caller: Caller): Promise<DueRefund[]> => (await findDue(caller, {})).due;

export const settleRefund = (caller: Caller, refund_id: string, result: RefundAnswer): Promise<RefundVerdict> =>
  settle(caller, { refund_id, result: result as never });
