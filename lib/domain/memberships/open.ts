import { newId } from "@/db/id";
import { memberships } from "@/db/schema";
import { issueDocuments } from "@/lib/domain/billing/documents";
import { userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";
import type { Acceptance, Happening } from "@/lib/values/membership-history";
import { columnsOf, draftsOf, recordHappenings, taxesOf } from "./billing";
import { membershipSold } from "./events";
import { payerColumns } from "./paying";
import { redeemCoupon } from "./pricing";
import type { PendingIncrease, Raise } from "./pricing/pending-increase";
import { buyerOf, type Offer, quoteOf } from "./quote";

type Options = { accepted?: Acceptance | undefined; renews?: { id: string; ended_on: string } };

/**
 * Stores the membership of an offer, its first documents and what happened. Price, fee and plan name are copied, so that later changes of
 * the plan do not affect it.
 */
export async function openFrom(ctx: Ctx, offer: Offer, { accepted, renews }: Options = {}): Promise<string> {
  const { quote, state, lines, raise } = quoteOf(offer, ctx.organization);
  const { member_id, plan, seller, payer, increase } = offer;
  const id = newId();
  await ctx.db.insert(memberships).values({
    ...{ id, organization_id: ctx.organization_id, member_id, location_id: seller.location.id },
    ...columnsOf(state, offer.today),
    price_minor: offer.price_minor,
    joining_fee_minor: offer.joining_fee_minor,
    currency: plan.currency,
    sessions_included: plan.sessions_included,
    ...payerColumns(payer),
    renewed_from_id: renews?.id ?? null,
    sold_by: userIdOf(ctx.caller),
    created_at: ctx.now.toString(),
  });
  for (const { id: coupon_id } of offer.discounts) await redeemCoupon(ctx, coupon_id, id, member_id);
  const { starts_on, ends_on } = quote;
  const sold = {
    ...{ plan_name: plan.name, price_minor: offer.price_minor, starts_on, ends_on },
    ...(payer && { payer }),
    ...(accepted && { accepted }),
  };
  const facts: Happening = renews
    ? { kind: "renews", membership_id: renews.id, ended_on: renews.ended_on, ...sold }
    : { kind: "sold", ...sold };
  await recordHappenings(ctx, [
    { membership_id: id, effective_on: starts_on, facts },
    ...(raise && increase ? [priceScheduled(id, raise, increase)] : []),
    ...(renews
      ? [
          {
            ...{ membership_id: renews.id, effective_on: starts_on },
            facts: { kind: "renewed" as const, membership_id: id, starts_on, ends_on },
          },
        ]
      : []),
  ]);
  const issued = await issueDocuments(ctx, draftsOf(lines, buyerOf(offer, id), taxesOf([plan]), "sale"));
  ctx.audit({
    target_type: "membership",
    target_id: id,
    after: {
      ...{ member_id, plan_name: plan.name, starts_on, ends_on, next_bill_on: quote.next_bill_on },
      ...{ total_minor: quote.total_minor, currency: quote.currency },
      ...(payer && { payer: payer.name }),
      ...(renews && { renewed_from_id: renews.id }),
      invoices: issued.map(({ number }) => number),
    },
  });
  ctx.emit(membershipSold, {
    membership_id: id,
    member_id,
    total_minor: quote.total_minor,
    currency: quote.currency,
  });
  return id;
}

/** C20: the new price that was announced before the sale. */
const priceScheduled = (
  membership_id: string,
  { from_on, price_minor: from_minor }: Raise,
  increase: PendingIncrease,
) => ({
  ...{ membership_id, effective_on: from_on, note: { increase_id: increase.id } },
  facts: { kind: "price_scheduled" as const, from_minor, price_minor: increase.price_minor, on: from_on },
});
