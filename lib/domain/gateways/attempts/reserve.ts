import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { invoices, paymentAttempts } from "@/db/schema";
import type { Payer } from "@/lib/domain/billing/documents";
import { findGateways, type GatewayRow } from "@/lib/domain/gateways/connections/stored";
import { undecidedAmong } from "@/lib/domain/gateways/disputes/undecided";
import { withinReach } from "@/lib/domain/organization/locations";
import { userIdOf } from "@/lib/kernel/caller";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import type { AttemptOrigin } from "@/lib/values/gateways";
import { chargeableMethods, type MethodRow } from "./chargeable-methods";
import { collectedByGateway } from "./collected-by-gateway";

export type AttemptRow = typeof paymentAttempts.$inferSelect;
type InvoiceRow = typeof invoices.$inferSelect;

/** An attempt that is stored, with what its call needs. */
export type Reserved = {
  attempt: AttemptRow;
  gateway: GatewayRow;
  method: MethodRow | null;
  number: string;
  /** K6: less of the invoice is open than the attempt collects, because it was settled otherwise. */
  is_settled_otherwise?: boolean;
};

/** Why an invoice is not charged. */
export type SkipReason =
  | "nothing_open"
  | "in_progress"
  | "no_gateway"
  | "gateway_failing"
  | "no_method"
  | "above_mandate"
  | "dispute_open"
  | "collected_by_gateway";
export type Skipped = { invoice_id: string; reason: SkipReason };

type Wanted = {
  invoice_ids: readonly string[];
  origin: AttemptOrigin;
  /** The payer is on a page and gives a method there. */
  is_present?: boolean;
  /** Staff or the payer chose this one instead of the default. */
  saved_method_id?: string | undefined;
  payment_link_id?: string | undefined;
  saves_method?: boolean;
};

type ReserveCtx = ReadCtx & ClockCtx;

/** Until the gateway's answer is stored, a sweep asks for it after this time. */
const answerWithinMinutes = 2;

/**
 * K2: stores an attempt for what is open of each invoice, before its gateway is called. The invoices are locked, and an invoice has one
 * attempt at a time, so that two requests or jobs never collect it twice.
 */
export async function reserveAttempts(
  ctx: ReserveCtx,
  { invoice_ids, origin, is_present = false, saved_method_id, payment_link_id, saves_method = false }: Wanted,
): Promise<{ reserved: Reserved[]; skipped: Skipped[] }> {
  const { organization_id, now } = ctx;
  const locked = await lockOwed(ctx, invoice_ids);
  const [progress, gateways] = [await lastNumbers(ctx, invoice_ids), await findGateways(ctx)];
  const current = gateways.filter(({ replaced_at }) => replaced_at === null);
  const gatewayOf = (invoice: InvoiceRow) =>
    current.find(({ legal_entity_id }) => legal_entity_id === invoice.legal_entity_id) ??
    current.find(({ legal_entity_id }) => legal_entity_id === null);
  const methodFor = is_present
    ? () => null
    : await chargeableMethods(ctx, locked, { gateways: current, saved_method_id, locks: true });
  // The payer may pay on a page all the same.
  const asks_payer = is_present || origin === "link" || origin === "member";
  const disputed = asks_payer ? null : await undecidedAmong(ctx, invoice_ids);
  const collected = await collectedByGateway(ctx, locked);
  const reserved: Reserved[] = [];
  const skipped: Skipped[] = [];
  const skip = (invoice_id: string, reason: SkipReason) => void skipped.push({ invoice_id, reason });
  for (const invoice_id of invoice_ids) {
    const invoice = locked.find(({ id }) => id === invoice_id);
    if (!invoice) {
      skip(invoice_id, "nothing_open");
      continue;
    }
    const last = progress.get(invoice_id);
    const gateway = gatewayOf(invoice);
    const method = gateway ? methodFor(invoice, gateway) : null;
    if (last?.is_live) skip(invoice_id, "in_progress");
    else if (disputed?.has(invoice_id)) skip(invoice_id, "dispute_open");
    else if (collected.has(invoice_id)) skip(invoice_id, "collected_by_gateway");
    else if (!gateway) skip(invoice_id, "no_gateway");
    else if (gateway.failing_since) skip(invoice_id, "gateway_failing");
    else if (!is_present && !method) skip(invoice_id, "no_method");
    else if (method && isAboveMandate(method, invoice)) skip(invoice_id, "above_mandate");
    else {
      const attempt = attemptOf(invoice, { gateway, method, number: (last?.attempt_number ?? 0) + 1 });
      reserved.push({ attempt, gateway, method, number: invoice.number ?? "" });
    }
  }
  await insertRecords(
    ctx,
    paymentAttempts,
    reserved.map(({ attempt }) => attempt),
  );
  return { reserved, skipped };

  function attemptOf(
    invoice: InvoiceRow,
    { gateway, method, number }: { gateway: GatewayRow; method: MethodRow | null; number: number },
  ): AttemptRow {
    return {
      ...{ id: newId(), organization_id, invoice_id: invoice.id, attempt_number: number, gateway_id: gateway.id },
      ...{ payer_member_id: invoice.payer_member_id, payer_company_id: invoice.payer_company_id },
      ...{ saved_method_id: method?.id ?? null, payment_link_id: payment_link_id ?? null, origin },
      ...{ amount_minor: invoice.open_minor, currency: invoice.currency, status: "reserved", saves_method },
      ...{ vendor_ref: null, charge_ref: null, method_kind: method?.kind ?? null, method_label: labelOf(method) },
      ...{ decline_code: null, vendor_code: null, failure: null, charge_at: null },
      ...{ check_at: now.add({ minutes: answerWithinMinutes }).toString(), checks: 0, payment_id: null },
      ...{ created_by: userIdOf(ctx.caller), created_at: now.toString(), ended_at: null },
    };
  }
}

/** The finalized invoices with something to pay, locked in the order of their ids, as every other code that settles does. */
function lockOwed({ db, organization_id, caller }: ReserveCtx, ids: readonly string[]): Promise<InvoiceRow[]> {
  return db
    .select()
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        inArray(invoices.id, [...ids]),
        eq(invoices.kind, "invoice"),
        gt(invoices.open_minor, 0),
        isNull(invoices.voided_at),
        isNull(invoices.written_off_at),
        withinReach(caller, invoices.location_id),
      ),
    )
    .orderBy(asc(invoices.id))
    .for("update");
}

async function lastNumbers({ db, organization_id }: ReserveCtx, ids: readonly string[]) {
  const rows = await db
    .select({
      invoice_id: paymentAttempts.invoice_id,
      attempt_number: sql<number>`max(${paymentAttempts.attempt_number})`,
      is_live: sql<boolean>`bool_or(${paymentAttempts.ended_at} is null)`,
    })
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.organization_id, organization_id), inArray(paymentAttempts.invoice_id, [...ids])))
    .groupBy(paymentAttempts.invoice_id);
  return new Map(rows.map((row) => [row.invoice_id, row]));
}

/** K11: a debit above the mandate's maximum needs a new mandate. */
export const isAboveMandate = (
  { mandate_max_minor, mandate_currency }: Pick<MethodRow, "mandate_max_minor" | "mandate_currency">,
  { open_minor, currency }: Pick<InvoiceRow, "open_minor" | "currency">,
): boolean => mandate_max_minor !== null && (mandate_currency !== currency || open_minor > mandate_max_minor);

/** "Visa 4242", for lists and messages. */
export const labelOf = (method: Pick<MethodRow, "brand" | "last4"> | null): string | null =>
  method ? [method.brand, method.last4].filter(Boolean).join(" ") || null : null;

/** K2: the same invoice and attempt never charge twice at the gateway. */
export const keyOf = ({ invoice_id, attempt_number }: Pick<AttemptRow, "invoice_id" | "attempt_number">): string =>
  `invoice-${invoice_id}-${attempt_number}`;

export const payerOfAttempt = ({ payer_member_id, payer_company_id }: AttemptRow): Payer =>
  ({ payer_member_id, payer_company_id }) as Payer;
