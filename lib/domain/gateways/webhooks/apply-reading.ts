import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { gatewayEvents, gatewayRefunds, paymentAttempts } from "@/db/schema";
import { settleAttempts } from "@/lib/domain/gateways/attempts/settle";
import { applyDispute } from "@/lib/domain/gateways/disputes/apply-dispute";
import { endMethod } from "@/lib/domain/gateways/methods/end-method";
import { findSetupOf, settleSetup } from "@/lib/domain/gateways/methods/setups/settle-setup";
import { applyRefundState } from "@/lib/domain/gateways/refunds/settle-refund";
import { applySubscription } from "@/lib/domain/gateways/subscriptions/apply";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import type { Ctx } from "@/lib/kernel/operation";
import type { GatewayResult } from "@/lib/providers/payments";
import type { WebhookStatus } from "@/lib/values/gateways";
import { isUuid } from "@/lib/values/uuid";
import type { SubjectState } from "./read-subject";

export type Reading = { gateway_id: string; state: SubjectState };
/** After so many tries an event is failed, and staff are told. */
const maxTries = 20;

type End = { status: WebhookStatus; reason: string | null };

const processed: End = { status: "processed", reason: null };
const elsewhere: End = { status: "ignored", reason: "It is about something that was not made here." };

/**
 * K1: applies what was read to the events of one object that still wait, in the transaction that ends them. Two workers with the same
 * events wait for each other, and the second finds them processed. Returns the number of events that ended.
 */
export async function applyReading(ctx: Ctx<unknown>, event_ids: readonly string[], reading: Reading): Promise<number> {
  const { db, organization_id, now } = ctx;
  const t = gatewayEvents;
  const events = await db
    .select({ id: t.id, type: t.type, tries: t.tries })
    .from(t)
    .where(and(eq(t.organization_id, organization_id), inArray(t.id, [...event_ids]), sql`${t.status} = 'received'`))
    .orderBy(asc(t.id))
    .for("update");
  if (events.length === 0) return 0;
  const read = await effectOf(ctx, reading);
  const [given_up, others] = read.status === "received" ? partition(events) : [[], events];
  for (const event of given_up) await noticeFailed(ctx, event);
  await end(given_up, { ...read, status: "failed" });
  await end(others, read);
  return read.status === "received" ? given_up.length : others.length;

  async function end(ended: readonly Waiting[], { status, reason }: End): Promise<void> {
    const [first] = ended;
    if (!first) return;
    const ends = status !== "received";
    const ids = ended.map(({ id }) => id);
    await db
      .update(t)
      .set({ status, reason, tries: sql`${t.tries} + 1`, processed_at: ends ? now.toString() : null })
      .where(and(eq(t.organization_id, organization_id), inArray(t.id, ids)));
    if (!ends) return;
    const after = ids.length === 1 ? { type: first.type, status } : { type: first.type, status, events: ids.length };
    ctx.audit({ target_type: "gateway_event", target_id: ids.length === 1 ? first.id : null, after });
  }
}

type Waiting = { id: string; type: string; tries: number };

/** Those that were tried as often as an event is, and the others. */
const partition = (events: readonly Waiting[]): [Waiting[], Waiting[]] => [
  events.filter(({ tries }) => tries + 1 >= maxTries),
  events.filter(({ tries }) => tries + 1 < maxTries),
];

/** The gateway could not be asked for so long that a person must look. */
async function noticeFailed(ctx: Ctx<unknown>, { id, type }: { id: string; type: string }): Promise<void> {
  await notifyStaff(ctx, {
    ...{ kind: "job_failed", event_key: `gateway_event:${id}`, permission: "gateways.configure" },
    title: "An event of the payment gateway could not be read",
    body: `The gateway reported ${type}, and did not answer ${maxTries} times when it was asked. Look for it in the gateway's dashboard.`,
  });
}

async function effectOf(ctx: Ctx<unknown>, { gateway_id, state }: Reading): Promise<End> {
  switch (state.subject) {
    case "payment": {
      if (state.result.outcome !== "answered") return laterOf(state.result);
      const { value } = state.result;
      const attempt_id = value && (await attemptOf(ctx, gateway_id, value));
      if (!value || !attempt_id) return elsewhere;
      const [settled] = await settleAttempts(ctx, [{ attempt_id, result: { outcome: "answered", value } }]);
      return settled?.verdict === "mismatch" ? { status: "quarantined", reason: settled.sentence } : processed;
    }
    case "setup": {
      if (state.result.outcome !== "answered") return laterOf(state.result);
      const { value } = state.result;
      const setup_id = value && (await findSetupOf(ctx, gateway_id, value));
      if (!value || !setup_id) return elsewhere;
      await settleSetup(ctx, { setup_id, result: { outcome: "answered", value } });
      return processed;
    }
    case "refund": {
      if (state.result.outcome !== "answered") return laterOf(state.result);
      const { value } = state.result;
      const refund_id = value && (await refundOf(ctx, gateway_id, value));
      if (!value || !refund_id) return elsewhere;
      const { verdict, sentence } = await applyRefundState(ctx, refund_id, { outcome: "answered", value });
      return verdict === "mismatch" ? { status: "quarantined", reason: sentence } : processed;
    }
    case "method": {
      if (state.result.outcome !== "answered") return laterOf(state.result);
      const { value } = state.result;
      const known = await endMethod(ctx, { gateway_id, method_ref: state.method_ref, state: value });
      return known ? processed : elsewhere;
    }
    case "dispute": {
      if (state.result.outcome !== "answered") return laterOf(state.result);
      const { value } = state.result;
      if (!value) return elsewhere;
      const { verdict, sentence } = await applyDispute(ctx, gateway_id, value);
      if (verdict === "waits") return { status: "received", reason: sentence };
      return verdict === "mismatch" ? { status: "quarantined", reason: sentence } : processed;
    }
    case "subscription": {
      if (state.result.outcome !== "answered") return laterOf(state.result);
      const applied = state.result.value && (await applySubscription(ctx, gateway_id, state.result.value));
      if (!applied) return elsewhere;
      return applied.mismatch ? { status: "quarantined", reason: applied.mismatch } : processed;
    }
    case "payout":
      return state.result.outcome === "answered" ? processed : laterOf(state.result);
    case "other":
      return { status: "ignored", reason: "Nothing follows from events of this type." };
  }
}

/** It waits, and is read again later. */
function laterOf(result: Exclude<GatewayResult<unknown>, { outcome: "answered" }>): End {
  return result.outcome === "refused"
    ? { status: "ignored", reason: result.message }
    : { status: "received", reason: result.message };
}

/** By the gateway's id, or by ours that the gateway gives back, where the event came before the answer of the call. */
async function attemptOf(
  { db, organization_id }: Ctx<unknown>,
  gateway_id: string,
  { ref, attempt_id }: { ref: string; attempt_id: string | null },
): Promise<string | null> {
  const isId = attempt_id !== null && isUuid(attempt_id);
  const [row] = await db
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.organization_id, organization_id),
        eq(paymentAttempts.gateway_id, gateway_id),
        or(
          eq(paymentAttempts.vendor_ref, ref),
          isId ? and(eq(paymentAttempts.id, attempt_id), isNull(paymentAttempts.vendor_ref)) : undefined,
        ),
      ),
    )
    .orderBy(sql`${paymentAttempts.vendor_ref} nulls last`)
    .limit(1);
  return row?.id ?? null;
}

async function refundOf(
  { db, organization_id }: Ctx<unknown>,
  gateway_id: string,
  { ref, refund_id }: { ref: string; refund_id: string | null },
): Promise<string | null> {
  const isId = refund_id !== null && isUuid(refund_id);
  const [row] = await db
    .select({ refund_id: gatewayRefunds.refund_id })
    .from(gatewayRefunds)
    .where(
      and(
        eq(gatewayRefunds.organization_id, organization_id),
        eq(gatewayRefunds.gateway_id, gateway_id),
        or(eq(gatewayRefunds.refund_ref, ref), isId ? eq(gatewayRefunds.refund_id, refund_id) : undefined),
      ),
    )
    .limit(1);
  return row?.refund_id ?? null;
}
