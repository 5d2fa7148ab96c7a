import * as contracts from "@/lib/contracts/gateways/payment-links";
import { lockInvoice } from "@/lib/domain/billing/corrections";
import { findCurrentGateway } from "@/lib/domain/gateways/connections/stored";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { storeLink } from "./store-link";

/** A link for one invoice that is open. It is shown once: the database keeps its hash. */
export const createPaymentLink = operation(contracts.createPaymentLink, async (ctx, { id: invoice_id, valid_days }) => {
  const invoice = await lockInvoice(ctx, invoice_id);
  if (invoice.open_minor === 0) throw new Problem("conflict", "Nothing of this invoice is left to pay.");
  const gateway = await findCurrentGateway(ctx, invoice.legal_entity_id);
  if (!gateway) throw new Problem("conflict", "No payment gateway is connected. Connect one before you send a link.");
  if (gateway.vendor !== "sandbox")
    throw new Problem("conflict", "Links to pay work with the sandbox only. Record the payment by hand instead.");
  const link = await storeLink(ctx, invoice_id, valid_days);
  const { id: payment_link_id, expires_at } = link;
  ctx.audit({ target_type: "invoice", target_id: invoice_id, after: { payment_link_id, expires_at } });
  return link;
});
