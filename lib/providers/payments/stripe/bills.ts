import type { Stripe } from "stripe";
import { Temporal } from "temporal-polyfill";
import type { SubscriptionBill } from "@/lib/providers/payments/payment-gateway";
import { fromStripe } from "./amounts";
import { expanded, idOf, kindOf } from "./methods";

/** A year of monthly bills: older ones were read before. */
const NEWEST = 12;

const STATUSES: Record<string, SubscriptionBill["status"]> = {
  open: "open",
  paid: "paid",
  uncollectible: "failed",
  void: "void",
};

/** The invoices that Stripe made for a subscription. Drafts, and those of nothing, such as of a trial, are left out. */
export async function stripeBills(client: Stripe, subscription: string): Promise<SubscriptionBill[]> {
  const { data } = await client.invoices.list({ subscription, limit: NEWEST, expand: ["data.payments"] });
  const bills: SubscriptionBill[] = [];
  for (const invoice of data) {
    const status = STATUSES[invoice.status ?? "draft"];
    if (status && invoice.total > 0) bills.push(await billOf(client, invoice, status));
  }
  return bills;
}

async function billOf(
  client: Stripe,
  invoice: Stripe.Invoice,
  status: SubscriptionBill["status"],
): Promise<SubscriptionBill> {
  const is_paid = status === "paid";
  const was_declined = status === "open" && invoice.attempt_count > 0;
  const intent_ref = invoice.payments?.data.map(({ payment }) => idOf(payment.payment_intent ?? null)).find(Boolean);
  const intent =
    intent_ref && (is_paid || was_declined)
      ? await client.paymentIntents.retrieve(intent_ref, { expand: ["payment_method"] })
      : null;
  const method = intent && expanded(intent.payment_method);
  const starts = invoice.lines.data.map(({ period }) => period.start);
  return {
    ...fromStripe(is_paid ? invoice.amount_paid : invoice.amount_due, invoice.currency),
    ref: invoice.id ?? "",
    status: was_declined ? "failed" : status,
    period_starts_at: instantOf(Math.max(...starts, invoice.period_start)),
    charge_ref: is_paid ? (intent && idOf(intent.latest_charge)) || invoice.id || null : null,
    method_kind: method ? kindOf(method) : null,
    failure: was_declined ? (intent?.last_payment_error?.message ?? null) : null,
    next_try_at: invoice.next_payment_attempt ? instantOf(invoice.next_payment_attempt) : null,
  };
}

const instantOf = (seconds: number): string => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();
