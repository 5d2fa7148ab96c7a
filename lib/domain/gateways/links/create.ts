import * as contracts from "@/lib/contracts/gateways/payment-links";
import { lockInvoice } from "@/lib/domain/billing/corrections";
import { collectedByGateway } from "@/lib/domain/gateways/attempts/collected-by-gateway";
import { skipSentences } from "@/lib/domain/gateways/attempts/skip-sentences";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { urlOfLink } from "./sealed-token";
import { sendLink } from "./send-link";
import { storeLink } from "./store-link";

/** A link for one invoice that is open. It is shown once: the database keeps its hash. */
export const createPaymentLink = operation(contracts.createPaymentLink, async (ctx, input) => {
  const { id: invoice_id, valid_days, send_to_payer } = input;
  const invoice = await lockInvoice(ctx, invoice_id);
  if (invoice.open_minor === 0) throw new Problem("conflict", "Nothing of this invoice is left to pay.");
  if ((await collectedByGateway(ctx, [invoice])).size > 0)
    throw new Problem("conflict", skipSentences.collected_by_gateway);
  const link = await storeLink(ctx, invoice, { valid_days, is_sent: send_to_payer });
  if (!link) throw new Problem("conflict", "No payment gateway is connected. Connect one before you send a link.");
  const { id, token, expires_at } = link;
  const sent_to = send_to_payer ? await sendLink(ctx, { ...invoice, payment_link_id: id }) : null;
  const { channel = null, to_name = null } = sent_to ?? {};
  ctx.audit({
    ...{ target_type: "invoice", target_id: invoice_id },
    after: { payment_link_id: id, expires_at, channel, to: to_name },
  });
  return { id, invoice_id, url: urlOfLink(token), expires_at, sent_to };
});
