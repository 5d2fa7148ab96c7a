import { memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/memberships";
import { userIdOf } from "@/lib/kernel/caller";
import { operation } from "@/lib/kernel/operation";
import { membershipSold } from "./events";
import { getMembershipRow, toResponse } from "./find";
import { offerOf } from "./offer";
import { quoteOf } from "./quote";

export const quoteMembership = operation(
  contracts.quoteMembership,
  async (ctx, input) => quoteOf(await offerOf(ctx, input)).quote,
);

/** Copies price, fee and plan name into the membership, so that later changes of the plan do not affect the sale. */
export const sellMembership = operation(contracts.sellMembership, async (ctx, input) => {
  const offer = await offerOf(ctx, input);
  const { quote, term } = quoteOf(offer);
  const [sold] = await ctx.db
    .insert(memberships)
    .values({
      organization_id: ctx.organization_id,
      member_id: offer.member_id,
      plan_id: offer.plan.id,
      location_id: offer.location_id,
      plan_name: offer.plan.name,
      price_minor: offer.price_minor,
      joining_fee_minor: offer.joining_fee_minor,
      currency: offer.plan.currency,
      starts_on: offer.starts_on,
      ...term,
      sessions_included: offer.plan.sessions_included,
      sold_by: userIdOf(ctx.caller),
      created_at: ctx.now.toString(),
    })
    .returning({ id: memberships.id });
  if (!sold) throw new Error("The insert of the membership returned no row");
  ctx.audit({
    target_type: "membership",
    target_id: sold.id,
    after: {
      member_id: offer.member_id,
      plan_name: offer.plan.name,
      starts_on: offer.starts_on,
      ends_on: term.ends_on,
      next_bill_on: term.next_bill_on,
      total_minor: quote.total_minor,
      currency: quote.currency,
    },
  });
  ctx.emit(membershipSold, {
    membership_id: sold.id,
    member_id: offer.member_id,
    total_minor: quote.total_minor,
    currency: quote.currency,
  });
  return toResponse(await getMembershipRow(ctx, sold.id));
});
