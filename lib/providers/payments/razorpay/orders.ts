import type Razorpay from "razorpay";
import { Refusal } from "@/lib/providers/payments/gateway-result";
import type { MandateTerms, PaymentRequest } from "@/lib/providers/payments/payment-gateway";
import { toRazorpay } from "./amounts";
import { type Client, orNull } from "./connect";
import { toUnix } from "./methods";

export type Order = {
  id: string;
  amount: number | string;
  currency: string;
  receipt?: string | null;
  status: "created" | "attempted" | "paid";
  notes: Notes | [];
};

/** What an order is for. Razorpay returns it with the order. */
export type Notes = {
  attempt_id?: string;
  invoice_id?: string;
  setup_id?: string;
  flow?: "on_session" | "off_session" | "setup";
  customer_ref?: string;
  canceled?: "yes";
};

export const notesOf = ({ notes }: Pick<Order, "notes">): Notes => (Array.isArray(notes) ? {} : notes);

type OrderParams = Parameters<Razorpay["orders"]["create"]>[0];

/** The parameters that the documents have, and the typings have not. */
type MoreParams = { payment_capture?: boolean; notification?: { token_id: string; payment_after: number } };

export const createOrder = async (client: Client, params: OrderParams & MoreParams): Promise<Order> =>
  (await client.orders.create(params)) as unknown as Order;

/**
 * A payment that the bank authorizes later is not captured by itself: the member may have paid otherwise meanwhile. What is
 * not captured goes back to the payer.
 */
export const LATE_AUTHORIZATION = {
  capture: "automatic",
  capture_options: { automatic_expiry_period: 30, manual_expiry_period: 4320, refund_speed: "normal" },
} as const;

export const commonParams = (request: PaymentRequest, flow: Notes["flow"]) => ({
  ...toRazorpay(request),
  receipt: request.attempt_id,
  notes: {
    attempt_id: request.attempt_id,
    invoice_id: request.invoice_id,
    ...(flow && { flow }),
    ...(request.customer_ref && { customer_ref: request.customer_ref }),
  },
});

const MIN_MANDATE_PAISE = 100;
const MAX_UPI_PAISE = 9_999_900;

/** K11: a mandate for debits of any day, because renewals, retries and fees do not keep to a rhythm. */
export function mandateParams(customer_id: string, currency: string, mandate: MandateTerms) {
  if (currency !== "INR") throw new Refusal("Razorpay saves methods for debits only in rupees");
  const { max_minor, expires_at, method_kind } = mandate;
  if (!Number.isSafeInteger(max_minor) || max_minor < MIN_MANDATE_PAISE)
    throw new Refusal("The maximum of a mandate is at least ₹1");
  if (method_kind === "upi" && max_minor > MAX_UPI_PAISE)
    throw new Refusal("A UPI mandate allows at most ₹99,999 per debit");
  return {
    customer_id,
    ...(method_kind && { method: method_kind }),
    token: {
      max_amount: max_minor,
      ...(expires_at && { expire_at: toUnix(expires_at) }),
      frequency: "as_presented",
    } as { max_amount: number; expire_at: number; frequency: string },
  };
}

const byProgress = ["paid", "attempted", "created"];

/** Razorpay has no idempotency keys for orders: the receipt tells whether there is one already. */
export async function findOrder(client: Client, receipt: string): Promise<Order | null> {
  const { items } = (await client.orders.all({ receipt, count: 100 })) as unknown as { items: Order[] };
  const own = items.filter((order) => order.receipt === receipt);
  return own.toSorted((a, b) => byProgress.indexOf(a.status) - byProgress.indexOf(b.status))[0] ?? null;
}

export const fetchOrder = async (client: Client, ref: string): Promise<Order> =>
  (await client.orders.fetch(ref)) as unknown as Order;

export const orderOrNull = (client: Client, ref: string): Promise<Order | null> => orNull(fetchOrder(client, ref));
