import { newId } from "@/db/id";
import { paymentLinks } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payment-links";
import { lockInvoice } from "@/lib/domain/billing/corrections";
import { findCurrentGateway } from "@/lib/domain/gateways/connections/stored";
import { userIdOf } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { newLinkToken } from "./link-token";
import { sealToken, urlOfLink } from "./sealed-token";
import { sendLink } from "./send-link";

/** A link for one invoice that is open. It is shown once: the database keeps its hash. */
export const createPaymentLink = operation(contracts.createPaymentLink, async (ctx, input) => {
  const { id: invoice_id, valid_days, send_to_payer } = input;
  const { db, organization_id, now } = ctx;
  const invoice = await lockInvoice(ctx, invoice_id);
  if (invoice.open_minor === 0) throw new Problem("conflict", "Nothing of this invoice is left to pay.");
  const gateway = await findCurrentGateway(ctx, invoice.legal_entity_id);
  if (!gateway) throw new Problem("conflict", "No payment gateway is connected. Connect one before you send a link.");
  if (gateway.vendor !== "sandbox")
    throw new Problem("conflict", "Links to pay work with the sandbox only. Record the payment by hand instead.");
  const [id, { token, token_hash }] = [newId(), newLinkToken(organization_id)];
  const expires_at = now.add({ hours: valid_days * 24 }).toString({ fractionalSecondDigits: 3 });
  await db.insert(paymentLinks).values({
    ...{ id, organization_id, invoice_id, token_hash, expires_at },
    token_ciphertext: send_to_payer ? sealToken(organization_id, id, token) : null,
    ...{ created_by: userIdOf(ctx.caller), created_at: now.toString() },
  });
  const sent_to = send_to_payer ? await sendLink(ctx, { ...invoice, payment_link_id: id }) : null;
  const { channel = null, to_name = null } = sent_to ?? {};
  ctx.audit({
    ...{ target_type: "invoice", target_id: invoice_id },
    after: { payment_link_id: id, expires_at, channel, to: to_name },
  });
  return { id, invoice_id, url: urlOfLink(token), expires_at, sent_to };
});
