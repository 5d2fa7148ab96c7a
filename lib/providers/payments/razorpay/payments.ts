import type { CheckoutRequest, PaymentGateway, PaymentLookup } from "@/lib/providers/payments/payment-gateway";
import { toRazorpay } from "./amounts";
import { type Client, orNull, type RazorpayCaller } from "./connect";
import {
  commonParams,
  createOrder,
  fetchOrder,
  findOrder,
  LATE_AUTHORIZATION,
  mandateParams,
  notesOf,
  type Order,
  orderOrNull,
} from "./orders";
import { type Payment, paymentOf, paymentState } from "./payment-state";

type Payments = Pick<PaymentGateway, "startCheckout" | "findPayment" | "capture" | "cancelPayment">;

export function razorpayPayments({ call, settings: { key_id } }: RazorpayCaller): Payments {
  const stateOf = async (client: Client, order: Order) =>
    paymentState(client, order, await paymentOf(client, order), key_id);
  const read = async (client: Client, ref: string) => stateOf(client, await fetchOrder(client, ref));

  return {
    // An order takes no money, and is paid once at most.
    startCheckout: (request) =>
      call(
        async (client) => {
          const params = checkoutParams(request);
          const known = await findOrder(client, request.attempt_id);
          return known ? stateOf(client, known) : paymentState(client, await createOrder(client, params), null, key_id);
        },
        { is_repeatable: true },
      ),
    findPayment: (lookup) =>
      call(async (client) => {
        const order = await orderOf(client, lookup);
        const payment = order && (await paymentOf(client, order));
        // An order for a debit that was not asked for is no payment yet.
        const is_asked = payment || (order && notesOf(order).flow !== "off_session");
        return order && is_asked ? paymentState(client, order, payment, key_id) : null;
      }),
    capture: ({ ref, charge_ref, ...money }) =>
      call(
        async (client) => {
          const { amount, currency } = toRazorpay(money);
          const order = await fetchOrder(client, ref);
          const held = charge_ref ?? (await paymentOf(client, order))?.id ?? "";
          await client.payments.capture(held, amount, currency);
          return stateOf(client, order);
        },
        {
          // A second capture is an error, which tells nothing about the first.
          is_repeatable: true,
          recover: (fault, client) =>
            /already been captured/i.test(fault.description ?? "") ? read(client, ref) : undefined,
        },
      ),
    // Razorpay cannot close an order. A payer who still pays it is seen by the webhook and by the next reading.
    cancelPayment: (ref) =>
      call(async (client) => {
        const order = await fetchOrder(client, ref);
        const state = await stateOf(client, order);
        if (state.status !== "requires_action" && state.status !== "failed") return state;
        const payment = await paymentOf(client, order);
        if (payment && payment.status !== "failed") return state;
        const notes = { ...notesOf(order), canceled: "yes" as const };
        await client.orders.edit(ref, { notes });
        return paymentState(client, { ...order, notes }, payment, key_id);
      }),
  };
}

const checkoutParams = (request: CheckoutRequest) => {
  const { customer_ref, mandate, currency } = request;
  // Without a mandate, the customer is left out: the browser would offer to save the method.
  return customer_ref && mandate
    ? {
        ...commonParams(request, "on_session"),
        ...mandateParams(customer_ref, currency, mandate),
        payment_capture: true,
      }
    : { ...commonParams({ ...request, customer_ref: null }, "on_session"), payment: LATE_AUTHORIZATION };
};

/** A webhook may know only the payment. */
async function orderOf(client: Client, { ref, attempt_id }: PaymentLookup): Promise<Order | null> {
  if (!ref) return findOrder(client, attempt_id);
  if (!ref.startsWith("pay_")) return orderOrNull(client, ref);
  const payment = (await orNull(client.payments.fetch(ref))) as unknown as Payment | null;
  return payment?.order_id ? fetchOrder(client, payment.order_id) : null;
}
