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

const disputed = "The payer's bank has taken the money of this payment back, so that a refund would pay it twice.";

async function callOf(
  { organization, clock }: Caller,
  { gateway: stored, row, refund, is_disputed }: DueRefund,
): Promise<RefundAnswer> {
  if (!organization) throw notFound();
  const opened = openGateway(stored, { ...organization, clock });
  if ("unreadable" in opened) return { outcome: "misconfigured", message: opened.unreadable };
  const { gateway } = opened;
  const { charge_ref } = row;
  const request = { ...refund, key: `refund-${refund.id}`, refund_id: refund.id, charge_ref };
  if (row.checks === 0 && row.refund_ref === null && !is_disputed) return gateway.refund(request);
  const found = await gateway.findRefund({ ref: row.refund_ref, charge_ref, refund_id: refund.id });
  if (found.outcome !== "answered") return found;
  if (found.value === null && is_disputed) return { outcome: "refused", message: disputed };
  // The gateway knows of none, so that the same request is safe to repeat.
  return found.value === null ? gateway.refund(request) : { outcome: "answered", value: found.value };
}
