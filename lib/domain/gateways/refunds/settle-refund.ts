import { and, eq, sql } from "drizzle-orm";
import { accountCredits, gatewayRefunds, payments, refunds } from "@/db/schema";
import { post } from "@/lib/domain/billing/ledger";
import { placeOf } from "@/lib/domain/billing/payments";
import { refuseGateway } from "@/lib/domain/gateways/connections/refuse";
import { getGateway } from "@/lib/domain/gateways/connections/stored";
import { takeLossFromCredit } from "@/lib/domain/gateways/disputes/take-loss-from-credit";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import type { Ctx } from "@/lib/kernel/operation";
import type { GatewayResult, RefundState } from "@/lib/providers/payments";
import { formatMoney } from "@/lib/values/money";

export type RefundVerdict = {
  verdict: "succeeded" | "failed" | "pending" | "mismatch" | "unchanged";
  sentence: string | null;
};

const unchanged: RefundVerdict = { verdict: "unchanged", sentence: null };
/** How long the gateway is not asked again about a refund that it accepted. */
const pendingHours = 6;
const longestMinutes = 60;

/**
 * K16: stores what the gateway says of a refund. Confirmed, the money leaves the gateway's balance. Refused, it is account credit again,
 * and staff get a notice. A second answer changes nothing.
 */
export async function applyRefundState(
  ctx: Ctx<unknown>,
  refund_id: string,
  result: GatewayResult<RefundState>,
): Promise<RefundVerdict> {
  const { db, organization_id, now } = ctx;
  const locked = await lockRefund(ctx, refund_id);
  if (!locked || locked.row.ended_at) return unchanged;
  const { row, refund, payment } = locked;
  const isRow = and(eq(gatewayRefunds.organization_id, organization_id), eq(gatewayRefunds.id, row.id));
  const wait = async (failure: string | null, after: { minutes: number }, refund_ref = row.refund_ref) => {
    await db
      .update(gatewayRefunds)
      .set({ failure, refund_ref, checks: row.checks + 1, check_at: now.add(after).toString() })
      .where(isRow);
  };
  if (result.outcome === "answered") {
    const { ref, status, amount_minor, currency, failure } = result.value;
    const isOther = result.value.refund_id !== null && result.value.refund_id !== refund_id;
    if (isOther || amount_minor !== refund.amount_minor || currency !== refund.currency) {
      const sentence = "The refund at the gateway is not the one that was asked for.";
      await wait(sentence, { minutes: 24 * 60 });
      return { verdict: "mismatch", sentence };
    }
    if (status === "pending") {
      await wait(null, { minutes: pendingHours * 60 }, ref);
      return { verdict: "pending", sentence: null };
    }
    return end(status, ref, failure);
  }
  if (result.outcome === "refused") return end("failed", row.refund_ref, result.message);
  if (result.outcome === "misconfigured")
    await refuseGateway(ctx, await getGateway(ctx, row.gateway_id), result.message);
  await wait(result.message, { minutes: Math.min(2 ** row.checks, longestMinutes) });
  return { verdict: "pending", sentence: result.message };

  async function end(status: "succeeded" | "failed", refund_ref: string | null, failure: string | null) {
    await db.update(gatewayRefunds).set({ status, refund_ref, failure, ended_at: now.toString() }).where(isRow);
    const { legal_entity_id, today } = await placeOf(ctx, refund.location_id);
    const { amount_minor, currency, location_id } = refund;
    const owner = { member_id: payment.payer_member_id, company_id: payment.payer_company_id };
    await post(ctx, [
      {
        ...{ legal_entity_id, location_id, booked_on: today, currency },
        fact: `refund_${status === "succeeded" ? "confirmed" : "failed"}:${refund_id}`,
        lines: [
          { account: "refunds_in_transit", amount_minor },
          status === "succeeded"
            ? { account: "gateway_clearing", amount_minor: -amount_minor }
            : { account: "customer_credit", amount_minor: -amount_minor, ...owner },
        ],
      },
    ]);
    if (status === "failed") await giveBack();
    return { verdict: status, sentence: failure };
  }

  /** The money never left, so that it can be refunded again, in this or another way. */
  async function giveBack(): Promise<void> {
    const { amount_minor, currency, location_id, payment_id } = refund;
    await db
      .update(payments)
      .set({ refunded_minor: sql`${payments.refunded_minor} - ${amount_minor}` })
      .where(and(eq(payments.organization_id, organization_id), eq(payments.id, payment_id)));
    await db
      .update(accountCredits)
      .set({ remaining_minor: sql`${accountCredits.remaining_minor} + ${amount_minor}` })
      .where(and(eq(accountCredits.organization_id, organization_id), eq(accountCredits.id, refund.credit_id)));
    await takeLossFromCredit(ctx, payment, refund);
    await notifyStaff(ctx, {
      ...{ kind: "refund_failed", event_key: `refund_failed:${refund_id}`, permission: "payments.refund", location_id },
      title: "A refund did not go through",
      body: `The gateway could not refund ${formatMoney(amount_minor, currency, ctx.organization.locale)}. The amount is account credit again: refund it in another way.`,
      href: `/manage/${ctx.organization.slug}/payments/${payment_id}`,
    });
  }
}

/** Locked in the order of all billing code: payment, then credit, then what belongs to the gateway. */
async function lockRefund({ db, organization_id }: Ctx<unknown>, refund_id: string) {
  const [refund] = await db
    .select()
    .from(refunds)
    .where(and(eq(refunds.organization_id, organization_id), eq(refunds.id, refund_id)));
  if (!refund) return null;
  const [payment] = await db
    .select()
    .from(payments)
    .where(and(eq(payments.organization_id, organization_id), eq(payments.id, refund.payment_id)))
    .for("update");
  await db
    .select({ id: accountCredits.id })
    .from(accountCredits)
    .where(and(eq(accountCredits.organization_id, organization_id), eq(accountCredits.id, refund.credit_id)))
    .for("update");
  const [row] = await db
    .select()
    .from(gatewayRefunds)
    .where(and(eq(gatewayRefunds.organization_id, organization_id), eq(gatewayRefunds.refund_id, refund_id)))
    .for("update");
  return row && payment ? { row, refund, payment } : null;
}
