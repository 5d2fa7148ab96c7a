import { and, eq, inArray } from "drizzle-orm";
import { disputes, gatewayRefunds, payments, payoutItems, payouts, refunds } from "@/db/schema";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import type { BalanceItem } from "@/lib/providers/payments";
import { formatMoney } from "@/lib/values/money";

/** What of ours an item is. `mismatch` says in one sentence why it fits nothing. */
export type Match = {
  payment_id: string | null;
  refund_id: string | null;
  dispute_id: string | null;
  location_id: string | null;
  mismatch: string | null;
};

type Item = Pick<BalanceItem, "ref" | "kind" | "source_ref" | "amount_minor" | "currency">;
type Known = { id: string; amount_minor: number; currency: string; location_id: string };

const nothing: Match = { payment_id: null, refund_id: null, dispute_id: null, location_id: null, mismatch: null };
const misfit = (mismatch: string): Match => ({ ...nothing, mismatch });

/** Finds what each item of a gateway's balance is. The gateway is locked, so that a payment is in one payout. */
export async function matchItems(
  ctx: OrganizationCtx,
  { gateway_id, items }: { gateway_id: string; items: readonly Item[] },
): Promise<Match[]> {
  const refs = items.flatMap(({ source_ref }) => source_ref ?? []);
  const known = {
    payment: await paymentsOf(ctx, gateway_id, refs),
    refund: await refundsOf(ctx, gateway_id, refs),
    dispute: await disputesOf(ctx, gateway_id, refs),
  };
  const paidOut = await paidOutOf(ctx, [...known.payment.values()]);
  const failed = await failedOf(ctx, gateway_id, refs);
  return items.map((item) => {
    const source = item.source_ref ?? "";
    switch (item.kind) {
      case "payment":
        return ofPayment(item, known.payment.get(source));
      case "refund": {
        const refund = known.refund.get(source);
        if (!refund) return misfit("No refund with this id was made here.");
        return fit(item, refund, [-refund.amount_minor, refund.amount_minor], { refund_id: refund.id });
      }
      case "dispute": {
        const dispute = known.dispute.get(source);
        if (!dispute) return misfit("No dispute with this id is known here.");
        return fit(item, dispute, [-dispute.amount_minor, dispute.amount_minor], { dispute_id: dispute.id });
      }
      case "fee":
        return nothing;
      case "adjustment": {
        const payout = failed.get(source);
        return payout !== undefined && payout === item.amount_minor
          ? nothing
          : misfit("The gateway changed the balance for a reason that is not known here.");
      }
      default:
        return misfit("This kind of item is not known here.");
    }
  });

  function ofPayment(item: Item, payment: Known | undefined): Match {
    if (!payment) return misfit("No payment with this id was recorded here.");
    if (item.amount_minor < 0) return misfit("The gateway took this payment out of the balance again.");
    if (paidOut.has(payment.id)) return misfit("This payment was in a payout before.");
    const match = fit(item, payment, [payment.amount_minor], { payment_id: payment.id });
    if (match.payment_id) paidOut.add(payment.id);
    return match;
  }

  function fit(item: Item, one: Known, amounts: readonly number[], link: Partial<Match>): Match {
    if (item.currency !== one.currency)
      return misfit(`The gateway counts it in ${item.currency}, and here it is in ${one.currency}.`);
    if (!amounts.includes(item.amount_minor)) {
      const money = (minor: number) => formatMoney(Math.abs(minor), one.currency, ctx.organization.locale);
      return misfit(`The gateway has ${money(item.amount_minor)}, and here it is ${money(one.amount_minor)}.`);
    }
    return { ...nothing, ...link, location_id: one.location_id };
  }
}

async function paymentsOf(
  { db, organization_id }: OrganizationCtx,
  gateway_id: string,
  refs: string[],
): Promise<Map<string, Known>> {
  if (refs.length === 0) return new Map();
  const rows = await db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.organization_id, organization_id),
        eq(payments.gateway_id, gateway_id),
        inArray(payments.charge_ref, refs),
      ),
    );
  return new Map(rows.map((row) => [row.charge_ref ?? "", row]));
}

async function refundsOf(
  { db, organization_id }: OrganizationCtx,
  gateway_id: string,
  refs: string[],
): Promise<Map<string, Known>> {
  if (refs.length === 0) return new Map();
  const rows = await db
    .select({ ref: gatewayRefunds.refund_ref, refund: refunds })
    .from(gatewayRefunds)
    .innerJoin(refunds, and(eq(refunds.organization_id, organization_id), eq(refunds.id, gatewayRefunds.refund_id)))
    .where(
      and(
        eq(gatewayRefunds.organization_id, organization_id),
        eq(gatewayRefunds.gateway_id, gateway_id),
        inArray(gatewayRefunds.refund_ref, refs),
      ),
    );
  return new Map(rows.map(({ ref, refund }) => [ref ?? "", refund]));
}

async function disputesOf(
  { db, organization_id }: OrganizationCtx,
  gateway_id: string,
  refs: string[],
): Promise<Map<string, Known>> {
  if (refs.length === 0) return new Map();
  const rows = await db
    .select()
    .from(disputes)
    .where(
      and(
        eq(disputes.organization_id, organization_id),
        eq(disputes.gateway_id, gateway_id),
        inArray(disputes.dispute_ref, refs),
      ),
    );
  return new Map(rows.map((row) => [row.dispute_ref, row]));
}

async function paidOutOf({ db, organization_id }: OrganizationCtx, known: readonly Known[]): Promise<Set<string>> {
  if (known.length === 0) return new Set();
  const rows = await db
    .select({ payment_id: payoutItems.payment_id })
    .from(payoutItems)
    .where(
      and(
        eq(payoutItems.organization_id, organization_id),
        eq(payoutItems.kind, "payment"),
        inArray(
          payoutItems.payment_id,
          known.map(({ id }) => id),
        ),
      ),
    );
  return new Set(rows.flatMap(({ payment_id }) => payment_id ?? []));
}

/** The amounts of payouts that came back. */
async function failedOf(
  { db, organization_id }: OrganizationCtx,
  gateway_id: string,
  refs: string[],
): Promise<Map<string, number>> {
  if (refs.length === 0) return new Map();
  const rows = await db
    .select({ ref: payouts.payout_ref, amount_minor: payouts.amount_minor })
    .from(payouts)
    .where(
      and(
        eq(payouts.organization_id, organization_id),
        eq(payouts.gateway_id, gateway_id),
        eq(payouts.status, "failed"),
        inArray(payouts.payout_ref, refs),
      ),
    );
  return new Map(rows.map(({ ref, amount_minor }) => [ref, amount_minor]));
}
