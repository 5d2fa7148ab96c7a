import { newId } from "@/db/id";
import { membershipEvents, memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/memberships";
import { issueDocuments } from "@/lib/domain/billing/documents";
import { userIdOf } from "@/lib/kernel/caller";
import { operation } from "@/lib/kernel/operation";
import { columnsOf, draftsOf } from "./billing";
import { membershipSold } from "./events";
import { getMembershipRow, toResponse } from "./find";
import { offerOf } from "./offer";
import { raiseEvent, redeemCoupon } from "./pricing";
import { buyerOf, quoteOf } from "./quote";

export const quoteMembership = operation(
  contracts.quoteMembership,
  async (ctx, input) => quoteOf(await offerOf(ctx, input, "quote"), ctx.organization).quote,
);

/** Copies price, fee and plan name into the membership, so that later changes of the plan do not affect the sale. */
export const sellMembership = operation(contracts.sellMembership, async (ctx, input) => {
  const offer = await offerOf(ctx, input, "sale");
  const { quote, state, lines, raise } = quoteOf(offer, ctx.organization);
  const { member_id, plan, seller } = offer;
  const id = newId();
  await ctx.db.insert(memberships).values({
    ...{ id, organization_id: ctx.organization_id, member_id, location_id: seller.location.id },
    ...columnsOf(state, offer.today),
    price_minor: offer.price_minor,
    joining_fee_minor: offer.joining_fee_minor,
    currency: plan.currency,
    sessions_included: plan.sessions_included,
    sold_by: userIdOf(ctx.caller),
    created_at: ctx.now.toString(),
  });
  if (raise && offer.increase) await ctx.db.insert(membershipEvents).values(raiseEvent(ctx, id, offer.increase, raise));
  for (const { id: coupon_id } of offer.discounts) await redeemCoupon(ctx, coupon_id, id, member_id);
  const issued = await issueDocuments(ctx, draftsOf(lines, buyerOf(offer, id), plan, "sale"));
  ctx.audit({
    target_type: "membership",
    target_id: id,
    after: {
      member_id,
      plan_name: plan.name,
      starts_on: offer.starts_on,
      ends_on: quote.ends_on,
      next_bill_on: quote.next_bill_on,
      total_minor: quote.total_minor,
      currency: quote.currency,
      invoices: issued.map(({ number }) => number),
    },
  });
  ctx.emit(membershipSold, {
    membership_id: id,
    member_id,
    total_minor: quote.total_minor,
    currency: quote.currency,
  });
  return toResponse(await getMembershipRow(ctx, id));
});
