import { and, eq, isNull } from "drizzle-orm";
import { newId } from "@/db/id";
import { disputes, paymentAttempts, payments } from "@/db/schema";
import { placeOf, returnDisputed, takeDisputed } from "@/lib/domain/billing/payments";
import type { Ctx } from "@/lib/kernel/operation";
import type { DisputeState } from "@/lib/providers/payments";
import { bookDisputeFee } from "./book-fee";
import { endDisputedMethod } from "./end-disputed-method";
import { noticeDispute } from "./notices";
import { isLaterDispute } from "./status-order";

export type DisputeRow = typeof disputes.$inferSelect;
type PaymentRow = typeof payments.$inferSelect;

/** `waits`: its payment may not be stored yet. */
export type DisputeVerdict = { verdict: "applied" | "mismatch" | "waits"; sentence: string | null };

const applied: DisputeVerdict = { verdict: "applied", sentence: null };
const mismatch = (sentence: string): DisputeVerdict => ({ verdict: "mismatch", sentence });

/** While a dispute is open, the gateway is asked as often, where its events do not come. */
const checkHours = 6;

/**
 * K17: stores what the gateway says of a dispute now, and books what follows. A state that is older than the stored one changes nothing, so
 * neither order nor repetition matters. Locks in the order of all billing code: payment, then invoices, then credits.
 */
export async function applyDispute(
  ctx: Ctx<unknown>,
  gateway_id: string,
  state: DisputeState,
): Promise<DisputeVerdict> {
  const { db, organization_id, now } = ctx;
  const payment = await lockCharge(ctx, gateway_id, state.charge_ref);
  if (!payment)
    return (await hasOpenAttempts(ctx, gateway_id))
      ? waits
      : mismatch("No payment with the id of the disputed charge is recorded here.");
  const before = await findRow(ctx, gateway_id, state.ref);
  const misfit = misfitOf(state, payment, before);
  if (misfit) return mismatch(misfit);
  if (before && !isLaterDispute(before, state)) return applied;
  const id = before?.id ?? newId();
  const place = await placeOf(ctx, payment.location_id);
  const { amount_minor, currency, reason, status } = state;
  const dispute = { id, payment, place, amount_minor };
  const [at, is_closed] = [now.toString(), status === "won" || status === "lost"];
  // What was won before it was heard of moved nothing in the end.
  const takes = state.is_debited && !before?.taken_at && status !== "won";
  const taken = takes ? await takeDisputed(ctx, dispute) : before;
  const returns = status === "won" && before?.taken_at && !before.returned_at;
  const excess = returns ? await returnDisputed(ctx, dispute, before) : 0;
  const fee_minor = await bookDisputeFee(ctx, dispute, { booked: before?.fee_minor ?? 0, total: state.fee_minor });
  const isSent = status !== "warning" && status !== "needs_response" && before?.evidence_reserved_at;
  const row = {
    ...{ status, reason, fee_minor, evidence_due_at: state.evidence_due_at, updated_at: at },
    ...{ reopened_minor: taken?.reopened_minor ?? 0, credit_minor: taken?.credit_minor ?? 0 },
    ...{ loss_minor: taken?.loss_minor ?? 0, shares: taken?.shares ?? { invoices: [], credits: [] } },
    taken_at: takes ? at : (before?.taken_at ?? null),
    returned_at: returns ? at : (before?.returned_at ?? null),
    closed_at: is_closed ? (before?.closed_at ?? at) : null,
    check_at: is_closed ? null : now.add({ hours: checkHours }).toString(),
    // The answer of the call was lost, and the gateway has the evidence.
    evidence_sent_at: before?.evidence_sent_at ?? (isSent ? before.evidence_reserved_at : null),
    evidence_failure: isSent ? null : (before?.evidence_failure ?? null),
  };
  if (before) await db.update(disputes).set(row).where(isRow(ctx, id));
  else
    await db.insert(disputes).values({
      ...{ id, organization_id, gateway_id, payment_id: payment.id, location_id: payment.location_id },
      ...{ dispute_ref: state.ref, amount_minor, currency, opened_at: at, created_at: at, ...row },
    });
  if (takes) await endDisputedMethod(ctx, payment);
  if (before?.status !== status)
    await noticeDispute(ctx, {
      id,
      payment,
      status,
      amount_minor,
      takes,
      excess,
      evidence_due_at: state.evidence_due_at,
    });
  return applied;
}

const waits: DisputeVerdict = { verdict: "waits", sentence: "The payment of this dispute is not settled yet." };

function misfitOf(state: DisputeState, payment: PaymentRow, before: DisputeRow | undefined): string | null {
  if (before && before.payment_id !== payment.id) return "The gateway now names another payment for this dispute.";
  if (state.currency !== payment.currency) return "The dispute is in another currency than its payment.";
  if (state.amount_minor > payment.amount_minor) return "The dispute is about more money than its payment was.";
  if (before?.taken_at && before.amount_minor !== state.amount_minor)
    return "The amount of the dispute is not the amount that was booked.";
  if (payment.reversed_at) return "The payment of this dispute was reversed here, so that its invoice is open already.";
  return null;
}

/** By the charge, whose payment is locked. */
async function lockCharge(
  { db, organization_id }: Ctx<unknown>,
  gateway_id: string,
  charge_ref: string,
): Promise<PaymentRow | undefined> {
  const [payment] = await db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.organization_id, organization_id),
        eq(payments.gateway_id, gateway_id),
        eq(payments.charge_ref, charge_ref),
      ),
    )
    .for("update");
  return payment;
}

async function hasOpenAttempts({ db, organization_id }: Ctx<unknown>, gateway_id: string): Promise<boolean> {
  const open = await db
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.organization_id, organization_id),
        eq(paymentAttempts.gateway_id, gateway_id),
        isNull(paymentAttempts.ended_at),
      ),
    )
    .limit(1);
  return open.length > 0;
}

const isRow = ({ organization_id }: Ctx<unknown>, id: string) =>
  and(eq(disputes.organization_id, organization_id), eq(disputes.id, id));

async function findRow(
  { db, organization_id }: Ctx<unknown>,
  gateway_id: string,
  ref: string,
): Promise<DisputeRow | undefined> {
  const [row] = await db
    .select()
    .from(disputes)
    .where(
      and(
        eq(disputes.organization_id, organization_id),
        eq(disputes.gateway_id, gateway_id),
        eq(disputes.dispute_ref, ref),
      ),
    )
    .for("update");
  return row;
}
