import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import type { Caller } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import { type DisputeAnswer, type DueDispute, findDueDisputes, settleDispute } from "./jobs";

/** K17: reads open disputes again whose events may not have come. */
export async function sweepDisputes(caller: Caller): Promise<{ read: number }> {
  const due = await findDueDisputes(caller);
  for (const one of due) await settleDispute(caller, one.row.id, await readAgain(caller, one));
  return { read: due.length };
}

async function readAgain({ organization, clock }: Caller, { row, gateway }: DueDispute): Promise<DisputeAnswer> {
  if (!organization) throw notFound();
  const opened = openGateway(gateway, { ...organization, clock });
  if ("unreadable" in opened) return { outcome: "misconfigured", message: opened.unreadable };
  return opened.gateway.findDispute(row.dispute_ref);
}
