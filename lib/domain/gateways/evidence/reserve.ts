import { and, eq } from "drizzle-orm";
import { disputes } from "@/db/schema";
import { type GatewayRow, getGateway } from "@/lib/domain/gateways/connections/stored";
import type { DisputeRow } from "@/lib/domain/gateways/disputes/apply-dispute";
import { withinReach } from "@/lib/domain/organization/locations";
import { notFound, Problem } from "@/lib/kernel/errors";
import type { OrganizationCtx, ReadCtx } from "@/lib/kernel/operation";
import { type Pack, packOf } from "./pack";

type Reader = ReadCtx & OrganizationCtx;

export type ReservedEvidence = { dispute: DisputeRow; gateway: GatewayRow; pack: Pack; summary: string };

/** Until then another person may be waiting for the answer of the same call. */
const answerWithinMinutes = 2;

/** Stores that the evidence is being sent, before the gateway is called. The row is locked, so that one call is made at a time. */
export async function reserveEvidence(
  ctx: Reader,
  { id, summary }: { id: string; summary: string },
): Promise<ReservedEvidence> {
  const { db, caller, organization_id, now } = ctx;
  const isRow = and(eq(disputes.organization_id, organization_id), eq(disputes.id, id));
  const [row] = await db
    .select()
    .from(disputes)
    .where(and(isRow, withinReach(caller, disputes.location_id)))
    .for("update");
  if (!row) throw notFound();
  const refusal = refusalOf(row, now.subtract({ minutes: answerWithinMinutes }).epochMilliseconds);
  if (refusal) throw new Problem("conflict", refusal);
  const [dispute] = await db
    .update(disputes)
    .set({
      ...{ evidence_summary: summary, evidence_failure: null, evidence_tries: row.evidence_tries + 1 },
      ...{ evidence_reserved_at: now.toString(), updated_at: now.toString() },
      check_at: now.add({ minutes: answerWithinMinutes }).toString(),
    })
    .where(isRow)
    .returning();
  if (!dispute) throw notFound();
  return { dispute, summary, gateway: await getGateway(ctx, dispute.gateway_id), pack: await packOf(ctx, id, summary) };
}

function refusalOf(row: DisputeRow, since: number): string | null {
  if (row.evidence_sent_at) return "The evidence was sent already. A bank accepts it once.";
  if (row.closed_at) return "The bank has decided this dispute. It takes no more evidence.";
  if (row.status === "under_review") return "The bank is looking at this dispute already. It takes no more evidence.";
  if (row.evidence_reserved_at && Date.parse(row.evidence_reserved_at) > since)
    return "The evidence is being sent right now. Look again in two minutes.";
  return null;
}
