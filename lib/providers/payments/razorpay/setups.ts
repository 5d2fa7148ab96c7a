import type { PaymentGateway, SetupRequest, SetupState } from "@/lib/providers/payments/payment-gateway";
import type { Client, RazorpayCaller } from "./connect";
import { declineOf } from "./declines";
import { fetchToken, savedMethod } from "./methods";
import { createOrder, findOrder, mandateParams, notesOf, type Order, orderOrNull } from "./orders";
import { type Payment, paymentOf } from "./payment-state";

/** Razorpay registers a mandate with a payment of one rupee. It is not captured, so that it goes back to the payer. */
const REGISTRATION_PAISE = 100;

export const razorpaySetups = ({
  call,
  settings: { key_id },
}: RazorpayCaller): Pick<PaymentGateway, "startSetup" | "findSetup"> => ({
  startSetup: (request) =>
    call(
      async (client) => {
        const params = setupParams(request);
        const known = await findOrder(client, request.setup_id);
        return setupState(client, known ?? (await createOrder(client, params)), key_id);
      },
      { is_repeatable: true },
    ),
  findSetup: (ref) =>
    call(async (client) => {
      const order = await orderOrNull(client, ref);
      return order && setupState(client, order, key_id);
    }),
});

const setupParams = ({ setup_id, customer_ref, currency, mandate }: SetupRequest) => ({
  ...mandateParams(customer_ref, currency, mandate),
  amount: REGISTRATION_PAISE,
  currency,
  receipt: setup_id,
  notes: { setup_id, flow: "setup", customer_ref },
  payment_capture: false,
});

async function setupState(client: Client, order: Order, key_id: string): Promise<SetupState> {
  const { setup_id = null, customer_ref = null } = notesOf(order);
  const payment = order.status === "created" ? null : await paymentOf(client, order);
  const method = await registered(client, payment, customer_ref);
  const status = method?.is_usable ? "succeeded" : method ? "processing" : "requires_action";
  return {
    ref: order.id,
    status,
    setup_id,
    method: status === "succeeded" ? method : null,
    decline: payment?.status === "failed" ? declineOf(payment) : null,
    action:
      status === "requires_action"
        ? { kind: "razorpay", order_ref: order.id, key_id, customer_ref, is_recurring: true }
        : null,
  };
}

/** The bank may confirm the mandate after the payment. */
async function registered(client: Client, payment: Payment | null, customer_ref: string | null) {
  if (!payment?.token_id || !customer_ref || payment.status === "failed" || payment.status === "created") return null;
  const token = await fetchToken(client, { customer_ref, method_ref: payment.token_id });
  return token && savedMethod(token, customer_ref);
}
