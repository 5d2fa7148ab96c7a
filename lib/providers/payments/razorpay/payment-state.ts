import type { PaymentState, SavedMethod } from "@/lib/providers/payments/payment-gateway";
import { fromRazorpay } from "./amounts";
import type { Client } from "./connect";
import { declineOf } from "./declines";
import { fetchToken, kindOf, savedMethod } from "./methods";
import { notesOf, type Order } from "./orders";

export type Payment = {
  id: string;
  amount: number | string;
  currency: string;
  status: "created" | "authorized" | "captured" | "refunded" | "failed";
  order_id?: string | null;
  method: string;
  token_id?: string | null;
  customer_id?: string | null;
  error_reason: string | null;
  error_code: string | null;
  error_description: string | null;
  created_at: number;
};

const byProgress = ["captured", "refunded", "authorized", "created", "failed"];

/** The payment that decides about an order: one with money, else the one under way, else the last that failed. */
export async function paymentOf(client: Client, order: Order): Promise<Payment | null> {
  const { items } = (await client.orders.fetchPayments(order.id)) as unknown as { items: Payment[] };
  const sorted = items.toSorted(
    (a, b) => byProgress.indexOf(a.status) - byProgress.indexOf(b.status) || b.created_at - a.created_at,
  );
  return sorted[0] ?? null;
}

/** K11: above INR 15,000 the payer approves each debit in the app or with the message of the bank. */
const NEEDS_PAYER_ABOVE = 1_500_000;

export async function paymentState(
  client: Client,
  order: Order,
  payment: Payment | null,
  key_id: string,
): Promise<PaymentState> {
  const notes = notesOf(order);
  const status = statusOf(order, payment);
  const was_present = notes.flow !== "off_session";
  const has_money = status === "succeeded" || status === "authorized" || status === "processing";
  const customer_ref = notes.customer_ref ?? null;
  return {
    ...fromRazorpay(order.amount, order.currency),
    ref: order.id,
    charge_ref: has_money && payment ? payment.id : null,
    status,
    attempt_id: notes.attempt_id ?? null,
    method_kind: payment ? kindOf(payment.method) : null,
    method: payment && has_money ? await methodOf(client, payment, customer_ref) : null,
    decline: payment?.status === "failed" ? declineOf(payment) : null,
    action:
      status === "requires_action" && was_present
        ? { kind: "razorpay", order_ref: order.id, key_id, customer_ref, is_recurring: customer_ref !== null }
        : null,
  };
}

function statusOf(order: Order, payment: Payment | null): PaymentState["status"] {
  const { flow, canceled } = notesOf(order);
  switch (payment?.status) {
    case "captured":
    case "refunded":
      return "succeeded";
    case "authorized":
      return "authorized";
    case "created":
      // The debit of a mandate is made 25 to 36 hours after the notice.
      return flow === "off_session" && Number(order.amount) <= NEEDS_PAYER_ABOVE ? "processing" : "requires_action";
    default:
      if (canceled) return "canceled";
      return payment && flow === "off_session" ? "failed" : "requires_action";
  }
}

/** Null where no method was saved: a token without a mandate only fills in the form of the next payment. */
async function methodOf(client: Client, payment: Payment, customer_ref: string | null): Promise<SavedMethod | null> {
  if (!payment.token_id || !customer_ref) return null;
  const token = await fetchToken(client, { customer_ref, method_ref: payment.token_id });
  return token?.recurring ? savedMethod(token, customer_ref) : null;
}
