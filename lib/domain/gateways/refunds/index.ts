import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import type { Caller } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import { type DueRefund, findDueRefunds, type RefundAnswer, settleRefund } from "./jobs";

/** Calls or asks the gateways of refunds that are due: new ones, and those whose answer was lost or is awaited. */
export async function sweepRefunds(caller: Caller): Promise<{ settled: number }> {
  const due = await findDueRefunds(caller);
  for (const one of due) await settleRefund(caller, one.refund.id, await callOf(caller, one));
  return { settled: due.length };
}

async function callOf(
  { organization, clock }: Caller,
  { gateway: stored, row, refund }: DueRefund,
): Promise<RefundAnswer> {
  if (!organization) throw notFound();
  const opened = openGateway(stored, { ...organization, clock });
  if ("unreadable" in opened) return { outcome: "misconfigured", message: opened.unreadable };
  const { gateway } = opened;
  const { charge_ref } = row;
  const request = { ...refund, key: `refund-${refund.id}`, refund_id: refund.id, charge_ref };
  if (row.checks === 0 && row.refund_ref === null) return gateway.refund(request);
  const found = await gateway.findRefund({ ref: row.refund_ref, charge_ref, refund_id: refund.id });
  if (found.outcome !== "answered") return found;
  // The gateway knows of none, so that the same request is safe to repeat.
  return found.value === null ? gateway.refund(request) : { outcome: "answered", value: found.value };
}
