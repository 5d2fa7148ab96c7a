import { and, eq } from "drizzle-orm";
import { disputes } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/gateways/disputes";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { applyDispute } from "@/lib/domain/gateways/disputes/apply-dispute";
import { getDisputeRow } from "@/lib/domain/gateways/disputes/read";
import { type Caller, userIdOf } from "@/lib/kernel/caller";
import { notFound, orProblem, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { DisputeState, Evidence, GatewayResult } from "@/lib/providers/payments";
import { drawPack } from "./pack";
import { type ReservedEvidence, reserveEvidence } from "./reserve";

type Sent = { state: DisputeState; gateway_id: string } | Problem;
type Wanted = { id: string; summary: string };

/**
 * K17: reserve, call, settle. A bank accepts evidence once: after a lost answer the gateway is asked what became of it before it is called
 * again.
 */
export const submitEvidence = operation(
  contracts.submitEvidence,
  async (ctx: Ctx<Sent>, { id }) => {
    const sent = ctx.prepared;
    if (sent instanceof Problem) throw sent;
    await applyDispute(ctx, sent.gateway_id, sent.state);
    const { db, organization_id, now } = ctx;
    const isRow = and(eq(disputes.organization_id, organization_id), eq(disputes.id, id));
    const [row] = await db.select().from(disputes).where(isRow).for("update");
    await db
      .update(disputes)
      .set({
        ...{ evidence_sent_at: row?.evidence_sent_at ?? now.toString(), evidence_failure: null },
        evidence_sent_by: userIdOf(ctx.caller),
      })
      .where(isRow);
    ctx.audit({ target_type: "dispute", target_id: id, after: { status: sent.state.status, evidence: "sent" } });
    return getDisputeRow(ctx, id);
  },
  { prepare: send },
);

/** A refusal is returned and not thrown, so that a repeated request gets the stored answer of the first one. */
async function send(caller: Caller, wanted: Wanted): Promise<Sent> {
  const { organization } = caller;
  if (!organization) return notFound();
  const organization_id = organization.id;
  return orProblem(async () => {
    const reserved = await inTenant({ organization_id, user_id: userIdOf(caller) }, (db) =>
      reserveEvidence({ db, organization_id, organization, caller, now: caller.clock.now() }, wanted),
    );
    const result = await call(caller, reserved);
    if (result.outcome === "answered") return { state: result.value, gateway_id: reserved.dispute.gateway_id };
    // The sweep asks what became of it.
    if (result.outcome === "unknown")
      throw new Problem(
        "outcome_unknown",
        "The gateway did not answer. Look again in a few minutes before you send it again.",
      );
    await release(caller, organization_id, { id: wanted.id, failure: result.message });
    throw new Problem(
      result.outcome === "refused" ? "conflict" : "unavailable",
      `The gateway did not take the evidence: ${result.message}`,
    );
  });
}

async function call(caller: Caller, reserved: ReservedEvidence): Promise<GatewayResult<DisputeState>> {
  const { dispute, gateway: stored } = reserved;
  if (!caller.organization) throw notFound();
  const opened = openGateway(stored, { ...caller.organization, clock: caller.clock });
  if ("unreadable" in opened) return { outcome: "misconfigured", message: opened.unreadable };
  const { gateway } = opened;
  if (dispute.evidence_tries > 1) {
    const found = await gateway.findDispute(dispute.dispute_ref);
    if (found.outcome !== "answered") return found;
    if (found.value && found.value.status !== "needs_response" && found.value.status !== "warning")
      return { outcome: "answered", value: found.value };
  }
  const key = `evidence-${dispute.id}-${dispute.evidence_tries}`;
  return gateway.submitEvidence(dispute.dispute_ref, await evidenceOf(reserved), key);
}

async function evidenceOf({ pack, summary }: ReservedEvidence): Promise<Evidence> {
  const { file_name, bytes } = await drawPack(pack);
  const { lines, covered, first } = pack.facts;
  return {
    customer_name: pack.document.buyer.name,
    customer_email: covered[0]?.email ?? null,
    product_description: lines.map(({ description }) => description).join("; ") || "Gym membership",
    service_on: first,
    summary,
    pack: { file_name, pdf: Buffer.from(bytes) },
  };
}

/** Nothing was sent, so that it can be tried again at once. */
async function release(caller: Caller, organization_id: string, { id, failure }: { id: string; failure: string }) {
  await inTenant({ organization_id, user_id: userIdOf(caller) }, (db) =>
    db
      .update(disputes)
      .set({ evidence_reserved_at: null, evidence_failure: failure })
      .where(and(eq(disputes.organization_id, organization_id), eq(disputes.id, id))),
  );
}
