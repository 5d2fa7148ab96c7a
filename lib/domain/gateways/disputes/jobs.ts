import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { disputes, paymentGateways } from "@/db/schema";
import type { GatewayRow } from "@/lib/domain/gateways/connections/stored";
import type { Caller } from "@/lib/kernel/caller";
import { operation } from "@/lib/kernel/operation";
import type { DisputeState, GatewayResult } from "@/lib/providers/payments";
import { applyDispute, type DisputeRow } from "./apply-dispute";
import * as contracts from "./job-contracts";

export type DueDispute = { row: DisputeRow; gateway: GatewayRow };
export type DisputeAnswer = GatewayResult<DisputeState | null>;

const batchSize = 50;
/** Until a gateway that did not answer is asked again. */
const retryMinutes = 30;

const findDue = operation(contracts.findDueDisputes, async ({ db, organization_id, now }) => {
  const due = await db
    .select({ row: disputes, gateway: paymentGateways })
    .from(disputes)
    .innerJoin(
      paymentGateways,
      and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, disputes.gateway_id)),
    )
    .where(
      and(
        eq(disputes.organization_id, organization_id),
        isNull(disputes.closed_at),
        lte(disputes.check_at, now.toString()),
      ),
    )
    .orderBy(asc(disputes.check_at), asc(disputes.id))
    .limit(batchSize);
  return { due: due as never[] };
});

const settle = operation(contracts.settleDispute, async (ctx, input) => {
  const { db, organization_id, now } = ctx;
  const result = input.result as DisputeAnswer;
  const isRow = and(eq(disputes.organization_id, organization_id), eq(disputes.id, input.id));
  const [row] = await db
    .select({ gateway_id: disputes.gateway_id, status: disputes.status })
    .from(disputes)
    .where(isRow);
  if (!row) return { verdict: "unchanged", sentence: null };
  const answer =
    result.outcome === "answered" && result.value ? await applyDispute(ctx, row.gateway_id, result.value) : null;
  await db
    .update(disputes)
    .set({ check_at: now.add(answer ? { hours: 6 } : { minutes: retryMinutes }).toString() })
    .where(and(isRow, isNull(disputes.closed_at)));
  if (result.outcome === "answered" && result.value && result.value.status !== row.status)
    ctx.audit({
      ...{ target_type: "dispute", target_id: input.id, before: { status: row.status } },
      after: { status: result.value.status },
    });
  return answer ?? { verdict: "unchanged", sentence: "message" in result ? result.message : null };
});

/** The typed doors of the jobs. */
export const findDueDisputes = async (caller: Caller): Promise<DueDispute[]> => (await findDue(caller, {})).due;

export const settleDispute = (caller: Caller, id: string, result: DisputeAnswer) =>
  settle(caller, { id, result: result as never });
