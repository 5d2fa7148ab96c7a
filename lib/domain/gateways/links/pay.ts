import * as contracts from "@/lib/contracts/gateways/payment-links";
import { askPayment, beginPayment, type Called, finishPayment } from "@/lib/domain/gateways/checkout/pay";
import { billOf, getPayable } from "@/lib/domain/gateways/checkout/payable";
import { inOrganizationOfToken } from "@/lib/domain/organization";
import { type ClockCtx, type Ctx, operation } from "@/lib/kernel/operation";
import { getLink, linkInvalid } from "./find-link";
import { organizationInLink } from "./link-token";

export const readPaymentLink = inOrganizationOfToken(
  operation(contracts.readPaymentLink, async (ctx, { token }) => {
    if (!ctx.caller.organization) throw linkInvalid();
    const link = await getLink(ctx, token);
    return billOf(ctx, await getPayable(ctx, link.invoice_id), link);
  }),
  organizationInLink,
);

/** Reserve, call, settle. The gateway is called before the transaction. */
export const payByLink = inOrganizationOfToken(
  operation(contracts.payByLink, (ctx: Ctx<Called>, { token }) => finishPayment(ctx, () => finished(ctx, token)), {
    prepare: async (caller, { token, ...chosen }) =>
      caller.organization
        ? beginPayment(caller, {
            ...{ find: (ctx) => getLink(ctx, token), origin: "link", ...chosen },
            return_path: `/pay/${token}`,
          })
        : linkInvalid(),
  }),
  organizationInLink,
);

export const checkLinkPayment = inOrganizationOfToken(
  operation(
    contracts.checkLinkPayment,
    (ctx: Ctx<Called>, { token }) => finishPayment(ctx, () => finished(ctx, token)),
    {
      prepare: async (caller, { token }) =>
        caller.organization ? askPayment(caller, (ctx) => getLink(ctx, token)) : linkInvalid(),
    },
  ),
  organizationInLink,
);

async function finished(ctx: ClockCtx, token: string) {
  const link = await getLink(ctx, token);
  return { ...link, audited: { payment_link_id: link.payment_link_id } };
}
