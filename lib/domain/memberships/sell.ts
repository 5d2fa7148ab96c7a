import * as contracts from "@/lib/contracts/memberships/memberships";
import { operation } from "@/lib/kernel/operation";
import { acceptanceOf } from "./acceptance";
import { getMembershipRow, toResponse } from "./find";
import { offerOf } from "./offer";
import { openFrom } from "./open";
import { quoteOf } from "./quote";

export const quoteMembership = operation(
  contracts.quoteMembership,
  async (ctx, input) => quoteOf(await offerOf(ctx, input, "quote"), ctx.organization).quote,
);

export const sellMembership = operation(contracts.sellMembership, async (ctx, input) => {
  const offer = await offerOf(ctx, input, "sale");
  const accepted = offer.payer
    ? acceptanceOf(
        { how: input.payer_accepted_how, on: input.payer_accepted_on },
        { how: "payer_accepted_how", on: "payer_accepted_on" },
        offer.today,
      )
    : undefined;
  const id = await openFrom(ctx, offer, { accepted });
  return toResponse(await getMembershipRow(ctx, id));
});
