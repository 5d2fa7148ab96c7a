import { and, eq, isNull } from "drizzle-orm";
import { invoices, paymentAttempts } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payment-attempts";
import { findCurrentGateway, type GatewayRow } from "@/lib/domain/gateways/connections/stored";
import { undecidedAmong } from "@/lib/domain/gateways/disputes/undecided";
import { withinReach } from "@/lib/domain/organization/locations";
import { notFound } from "@/lib/kernel/errors";
import { operation, type ReadCtx } from "@/lib/kernel/operation";
import { chargeableMethods, type MethodRow } from "./chargeable-methods";
import { collectedByGateway } from "./collected-by-gateway";
import { isAboveMandate, labelOf } from "./reserve";
import { skipSentences } from "./skip-sentences";

type InvoiceRow = typeof invoices.$inferSelect;

/** The answer of the buttons of an invoice. Charging decides again, under a lock. */
export const getChargeOptions = operation(contracts.getChargeOptions, async (ctx, { id }) => {
  const invoice = await findInvoice(ctx, id);
  const gateway = await findCurrentGateway(ctx, invoice.legal_entity_id);
  const methodFor = gateway ? await chargeableMethods(ctx, [invoice], { gateways: [gateway] }) : () => null;
  const method = gateway ? methodFor(invoice, gateway) : null;
  const is_collected = (await collectedByGateway(ctx, [invoice])).size > 0;
  const blocker =
    closedBecause(invoice) ??
    (is_collected ? skipSentences.collected_by_gateway : gateway ? null : skipSentences.no_gateway);
  const is_live = blocker === null && (await hasLiveAttempt(ctx, id));
  return {
    gateway: gateway && { id: gateway.id, vendor: gateway.vendor, is_live: gateway.is_live },
    method: method && { id: method.id, kind: method.kind, label: labelOf(method) },
    charge_blocker:
      blocker ??
      (is_live ? skipSentences.in_progress : null) ??
      ((await undecidedAmong(ctx, [id])).has(id)
        ? skipSentences.dispute_open
        : chargeBlocker(invoice, gateway, method)),
    link_blocker: blocker,
  };
});

function closedBecause({ kind, number, open_minor, voided_at }: InvoiceRow): string | null {
  if (number === null) return "This is a draft. Finalize it first.";
  if (kind === "credit_note") return "A credit note is not paid.";
  if (voided_at) return "The invoice is void.";
  return open_minor === 0 ? "Nothing of the invoice is left to pay." : null;
}

function chargeBlocker(invoice: InvoiceRow, gateway: GatewayRow | null, method: MethodRow | null): string | null {
  if (invoice.written_off_at) return "The invoice is written off.";
  if (gateway?.failing_since) return skipSentences.gateway_failing;
  if (!method) return skipSentences.no_method;
  return isAboveMandate(method, invoice) ? skipSentences.above_mandate : null;
}

async function findInvoice({ db, caller, organization_id }: ReadCtx, id: string): Promise<InvoiceRow> {
  const [row] = await db
    .select()
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        eq(invoices.id, id),
        withinReach(caller, invoices.location_id),
      ),
    );
  if (!row) throw notFound();
  return row;
}

async function hasLiveAttempt({ db, organization_id }: ReadCtx, invoice_id: string): Promise<boolean> {
  const [live] = await db
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.organization_id, organization_id),
        eq(paymentAttempts.invoice_id, invoice_id),
        isNull(paymentAttempts.ended_at),
      ),
    );
  return live !== undefined;
}
