import { Temporal } from "temporal-polyfill";
import type { SubscriptionBill } from "@/lib/providers/payments/payment-gateway";
import { fromRazorpay } from "./amounts";
import type { Client } from "./connect";
import { kindOf } from "./methods";
import type { Payment } from "./payment-state";

type Invoice = {
  id: string;
  status: string;
  amount: number | string;
  amount_due?: number | string | null;
  amount_paid?: number | string | null;
  currency: string;
  payment_id?: string | null;
  billing_start?: number | null;
  issued_at?: number | null;
  created_at: number;
};

/** A year of monthly bills: older ones were read before. */
const NEWEST = 12;

const STATUSES: Record<string, SubscriptionBill["status"]> = {
  issued: "open",
  partially_paid: "open",
  paid: "paid",
  cancelled: "void",
  expired: "failed",
};

/** The invoices that Razorpay made for a subscription. */
export async function razorpayBills(client: Client, subscription_id: string): Promise<SubscriptionBill[]> {
  const { items } = await client.invoices.all({ subscription_id, count: NEWEST });
  const bills: SubscriptionBill[] = [];
  for (const invoice of items as unknown as Invoice[]) {
    const status = STATUSES[invoice.status];
    if (status && Number(invoice.amount) > 0) bills.push(await billOf(client, invoice, status));
  }
  return bills;
}

async function billOf(client: Client, invoice: Invoice, status: SubscriptionBill["status"]): Promise<SubscriptionBill> {
  const { payment_id, amount, amount_paid, amount_due, currency } = invoice;
  const is_paid = status === "paid";
  const payment = payment_id ? ((await client.payments.fetch(payment_id)) as unknown as Payment) : null;
  const was_declined = status === "open" && payment?.status === "failed";
  const starts = invoice.billing_start ?? invoice.issued_at ?? invoice.created_at;
  return {
    ...fromRazorpay(Number((is_paid ? amount_paid : amount_due) ?? amount), currency),
    ref: invoice.id,
    status: was_declined ? "failed" : status,
    period_starts_at: Temporal.Instant.fromEpochMilliseconds(starts * 1000).toString(),
    charge_ref: is_paid ? (payment_id ?? invoice.id) : null,
    method_kind: payment ? kindOf(payment.method) : null,
    failure: was_declined ? payment.error_description : null,
    next_try_at: null,
  };
}
