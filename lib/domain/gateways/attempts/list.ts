import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { invoices, paymentAttempts, paymentGateways } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payment-attempts";
import { payerName } from "@/lib/domain/billing/payments";
import { withinReach } from "@/lib/domain/organization/locations";
import { toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation, type ReadCtx } from "@/lib/kernel/operation";

export const listAttempts = operation(contracts.listAttempts, async (ctx, { limit, cursor, ...filters }) => {
  const { order, after } = newestFirst(paymentAttempts.created_at, paymentAttempts.id, cursor);
  const { invoice_id, member_id, company_id, location_id, payment_id, status } = filters;
  const rows = await selectAttempts(
    ctx,
    and(
      invoice_id ? eq(paymentAttempts.invoice_id, invoice_id) : undefined,
      member_id ? eq(paymentAttempts.payer_member_id, member_id) : undefined,
      company_id ? eq(paymentAttempts.payer_company_id, company_id) : undefined,
      location_id ? eq(invoices.location_id, location_id) : undefined,
      payment_id ? eq(paymentAttempts.payment_id, payment_id) : undefined,
      status ? inArray(paymentAttempts.status, status) : undefined,
      after,
    ),
  )
    .orderBy(...order)
    .limit(limit + 1);
  return toPage(rows, limit, ({ created_at, id }) => [created_at, id]);
});

export const getAttempt = operation(contracts.getAttempt, (ctx, { id }) => getAttemptRow(ctx, id));

export async function getAttemptRow(ctx: ReadCtx, id: string) {
  const [row] = await selectAttempts(ctx, eq(paymentAttempts.id, id));
  if (!row) throw notFound();
  return row;
}

/** Attempts with every column of the response, within the caller's reach (A3). */
function selectAttempts({ db, caller, organization_id }: ReadCtx, condition: SQL | undefined) {
  return db
    .select({
      ...{ id: paymentAttempts.id, invoice_id: paymentAttempts.invoice_id },
      invoice_number: sql<string>`coalesce(${invoices.number}, '')`,
      ...{ payer_member_id: paymentAttempts.payer_member_id, payer_company_id: paymentAttempts.payer_company_id },
      ...{ payer_name: payerName("payment_attempts"), location_id: invoices.location_id },
      ...{ attempt_number: paymentAttempts.attempt_number, gateway_id: paymentAttempts.gateway_id },
      ...{ vendor: paymentGateways.vendor, origin: paymentAttempts.origin, status: paymentAttempts.status },
      ...{ amount_minor: paymentAttempts.amount_minor, currency: paymentAttempts.currency },
      ...{ method_kind: paymentAttempts.method_kind, method_label: paymentAttempts.method_label },
      ...{ decline_code: paymentAttempts.decline_code, vendor_code: paymentAttempts.vendor_code },
      ...{ failure: paymentAttempts.failure, vendor_ref: paymentAttempts.vendor_ref },
      ...{ charge_at: paymentAttempts.charge_at, payment_id: paymentAttempts.payment_id },
      ...{ created_at: paymentAttempts.created_at, ended_at: paymentAttempts.ended_at },
    })
    .from(paymentAttempts)
    .innerJoin(
      invoices,
      and(eq(invoices.organization_id, organization_id), eq(invoices.id, paymentAttempts.invoice_id)),
    )
    .innerJoin(
      paymentGateways,
      and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, paymentAttempts.gateway_id)),
    )
    .where(
      and(eq(paymentAttempts.organization_id, organization_id), withinReach(caller, invoices.location_id), condition),
    )
    .$dynamic();
}
