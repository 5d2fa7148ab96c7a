import { and, eq, type SQL, sql } from "drizzle-orm";
import {
  accountCredits,
  gatewayRefunds,
  invoiceSettlements,
  invoices,
  isoInstant,
  locations,
  paymentGateways,
  payments,
  payoutItems,
  payouts,
  refunds,
} from "@/db/schema";
import { withinReach } from "@/lib/domain/organization/locations";
import { notFound } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";
import type { PaymentMethod } from "@/lib/values/billing";
import type { GatewayVendor, RefundStatus } from "@/lib/values/gateways";
import { payerName } from "./payer";

type PaidInvoice = { id: string; number: string; amount_minor: number };

const paidInvoices = sql<PaidInvoice[]>`(select coalesce(json_agg(json_build_object(
    'id', i.id, 'number', i.number, 'amount_minor', s.amount_minor) order by i.due_on, i.id), '[]')
  from ${invoiceSettlements} s join ${invoices} i on i.organization_id = s.organization_id and i.id = s.invoice_id
  where s.organization_id = ${payments.organization_id} and s.payment_id = ${payments.id} and s.amount_minor > 0
    and s.reason is null)`;

type Refund = {
  id: string;
  amount_minor: number;
  refunded_on: string;
  method: PaymentMethod;
  status: RefundStatus;
  failure: string | null;
  created_at: string;
  ended_at: string | null;
};

const refundsOf = sql<Refund[]>`(select coalesce(json_agg(json_build_object(
    'id', r.id, 'amount_minor', r.amount_minor, 'refunded_on', r.refunded_on, 'method', r.method,
    'status', coalesce(gr.status, 'succeeded'), 'failure', gr.failure,
    'created_at', r.created_at, 'ended_at', gr.ended_at) order by r.created_at, r.id), '[]')
  from ${refunds} r left join ${gatewayRefunds} gr on gr.organization_id = r.organization_id and gr.refund_id = r.id
  where r.organization_id = ${payments.organization_id} and r.payment_id = ${payments.id})`.mapWith((all: Refund[]) =>
  all.map((one) => ({
    ...one,
    created_at: isoInstant(one.created_at),
    ended_at: one.ended_at && isoInstant(one.ended_at),
  })),
);

type OfGateway = {
  id: string;
  vendor: GatewayVendor;
  is_live: boolean;
  charge_ref: string;
  fee_minor: number | null;
  paid_out_on: string | null;
};

const gatewayOf = sql<OfGateway | null>`(select json_build_object(
    'id', g.id, 'vendor', g.vendor, 'is_live', g.is_live, 'charge_ref', ${payments.charge_ref},
    'fee_minor', pi.fee_minor, 'paid_out_on', po.arrives_on)
  from ${paymentGateways} g
  left join ${payoutItems} pi on pi.organization_id = g.organization_id and pi.payment_id = ${payments.id} and pi.kind = 'payment'
  left join ${payouts} po on po.organization_id = g.organization_id and po.id = pi.payout_id
  where g.organization_id = ${payments.organization_id} and g.id = ${payments.gateway_id})`;

const creditOf = sql<number>`(select coalesce(sum(c.amount_minor), 0) from ${accountCredits} c
  where c.organization_id = ${payments.organization_id} and c.payment_id = ${payments.id})`.mapWith(Number);

/** Payments with every column of the response, within the caller's reach (A3). */
export function selectPayments({ db, caller, organization_id }: ReadCtx, condition: SQL | undefined) {
  return db
    .select({
      id: payments.id,
      payer_member_id: payments.payer_member_id,
      payer_company_id: payments.payer_company_id,
      payer_name: payerName("payments"),
      location_id: payments.location_id,
      location_name: locations.name,
      method: payments.method,
      amount_minor: payments.amount_minor,
      currency: payments.currency,
      received_on: payments.received_on,
      received_at: payments.received_at,
      reference: payments.reference,
      note: payments.note,
      handed_over_minor: payments.handed_over_minor,
      till_session_id: payments.till_session_id,
      invoices: paidInvoices,
      credit_minor: creditOf,
      refunded_minor: payments.refunded_minor,
      refunds: refundsOf,
      gateway: gatewayOf,
      reversed_at: payments.reversed_at,
      reversal_reason: payments.reversal_reason,
      recorded_by: payments.recorded_by,
      created_at: payments.created_at,
    })
    .from(payments)
    .innerJoin(
      locations,
      and(eq(locations.organization_id, payments.organization_id), eq(locations.id, payments.location_id)),
    )
    .where(and(eq(payments.organization_id, organization_id), withinReach(caller, payments.location_id), condition))
    .$dynamic();
}

export async function getPaymentRow(ctx: ReadCtx, id: string) {
  const [row] = await selectPayments(ctx, eq(payments.id, id));
  if (!row) throw notFound();
  return row;
}

/** The payment, locked until the transaction ends. Throws 404 for one out of reach. */
export async function lockPayment({ db, caller, organization_id }: ReadCtx, id: string) {
  const [row] = await db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.organization_id, organization_id),
        eq(payments.id, id),
        withinReach(caller, payments.location_id),
      ),
    )
    .for("update");
  if (!row) throw notFound();
  return row;
}
