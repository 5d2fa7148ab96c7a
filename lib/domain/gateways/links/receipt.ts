import { and, eq, inArray } from "drizzle-orm";
import { messages } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payment-links";
import { pdfAnswer, receiptOf } from "@/lib/domain/billing/payments";
import { getPayable } from "@/lib/domain/gateways/checkout/payable";
import { paymentOfLink } from "@/lib/domain/gateways/checkout/payment-of-link";
import { queueReceipt, receiptKey } from "@/lib/domain/messages/billing-mails";
import { inOrganizationOfToken } from "@/lib/domain/organization";
import { notFound } from "@/lib/kernel/errors";
import { type ClockCtx, operation, type ReadCtx } from "@/lib/kernel/operation";
import { getLink, linkInvalid } from "./find-link";
import { organizationInLink } from "./link-token";

/** A link that staff copied may be in other hands: its receipt names the payer as the page does. */
export const getLinkReceipt = inOrganizationOfToken(
  operation(contracts.getLinkReceipt, async (ctx, { token }) => {
    const { payment, invoice_id, offers_saved } = await paidBy(ctx, token);
    const { payer } = await getPayable(ctx, invoice_id);
    return pdfAnswer(await receiptOf(ctx, payment, offers_saved ? {} : { shown_name: payer }));
  }),
  organizationInLink,
);

/** One message for each link. Where the payment's own message still waits, that one is enough. */
export const mailLinkReceipt = inOrganizationOfToken(
  operation(contracts.mailLinkReceipt, async (ctx, { token }) => {
    const { db, organization_id } = ctx;
    const { payment, invoice_id, payment_link_id } = await paidBy(ctx, token);
    const ofPayment = receiptKey(payment.id);
    const ofLink = `${ofPayment}:${payment_link_id}`;
    const states = (event_keys: string[]) =>
      db
        .select({ state: messages.state })
        .from(messages)
        .where(and(eq(messages.organization_id, organization_id), inArray(messages.event_key, event_keys)));
    const isLeaving = ({ state }: { state: string }) => state === "queued" || state === "sending";
    if (!(await states([ofPayment, ofLink])).some(isLeaving)) await queueReceipt(ctx, payment, ofLink);
    const written = await states([ofPayment, ofLink]);
    const is_on_its_way = written.some((one) => isLeaving(one) || one.state === "sent" || one.state === "delivered");
    ctx.audit({ target_type: "invoice", target_id: invoice_id, after: { payment_link_id, is_on_its_way } });
    return { is_on_its_way };
  }),
  organizationInLink,
);

/** Throws 404 while the bill is not paid by this link. */
async function paidBy(ctx: ReadCtx & ClockCtx, token: string) {
  if (!ctx.caller.organization) throw linkInvalid();
  const link = await getLink(ctx, token);
  const payment = await paymentOfLink(ctx, link.payment_link_id);
  if (!payment) throw notFound();
  return { ...link, payment };
}
