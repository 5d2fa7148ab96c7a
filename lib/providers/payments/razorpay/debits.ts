import { Refusal } from "@/lib/providers/payments/gateway-result";
import type {
  ChargeRequest,
  DebitNotice,
  PaymentGateway,
  PaymentState,
} from "@/lib/providers/payments/payment-gateway";
import { truncate } from "@/lib/values/storable-text";
import type { Client, RazorpayCaller, RazorpayFault } from "./connect";
import { checkMandate, fetchToken, type Token, toUnix } from "./methods";
import { commonParams, createOrder, fetchOrder, findOrder, type Order } from "./orders";
import { type Payment, paymentOf, paymentState } from "./payment-state";

const MAX_DESCRIPTION = 255;

/**
 * K11: what was announced is an order with a notice, and is debited at least 24 hours later. For what was not announced,
 * Razorpay sends the notice itself, debits 25 (UPI) to 36 hours (card) later, and repeats a debit that fails.
 */
export const razorpayDebits = ({
  call,
  settings: { key_id },
}: RazorpayCaller): Pick<PaymentGateway, "charge" | "announceDebit"> => ({
  charge: (request) =>
    call(
      async (client) => {
        const params = commonParams(request, "off_session");
        const token = await allowedToken(client, request);
        const payer = await payerOf(client, request.customer_ref);
        const known = await findOrder(client, request.attempt_id);
        const asked = known && (await paymentOf(client, known));
        if (known && asked) return paymentState(client, known, asked, key_id);
        const order = known ?? (await createOrder(client, { ...params, payment_capture: true }));
        const { razorpay_payment_id } = await client.payments.createRecurringPayment({
          ...payer,
          amount: params.amount,
          currency: params.currency,
          order_id: order.id,
          customer_id: request.customer_ref,
          token: request.method_ref,
          recurring: true,
          description: truncate(request.description, MAX_DESCRIPTION),
          notes: { attempt_id: request.attempt_id },
        });
        const payment = await madePayment(client, razorpay_payment_id ?? "", order, token);
        return paymentState(client, order, payment, key_id);
      },
      { recover: (fault, client) => declinedState(fault, client, key_id) },
    ),
  announceDebit: (notice) =>
    call(
      async (client) => {
        const params = commonParams(notice, "off_session");
        await allowedToken(client, notice);
        const known = await findOrder(client, notice.attempt_id);
        const notification = { token_id: notice.method_ref, payment_after: toUnix(notice.debit_at) };
        const order = known ?? (await createOrder(client, { ...params, notification, payment_capture: true }));
        return { ref: order.id };
      },
      { is_repeatable: true },
    ),
});

async function allowedToken(client: Client, request: ChargeRequest | DebitNotice): Promise<Token> {
  const token = await fetchToken(client, request);
  if (!token) throw new Refusal("The payer's mandate no longer exists. Ask the payer for a new one");
  checkMandate(token, request);
  return token;
}

/** Razorpay sends its messages there, and refuses a debit without them. */
async function payerOf(client: Client, customer_ref: string): Promise<{ email: string; contact: string }> {
  const { email, contact } = await client.customers.fetch(customer_ref);
  if (!email || !contact)
    throw new Refusal("Razorpay debits only payers with an e-mail address and a phone number. Add both to the payer");
  return { email, contact: String(contact) };
}

/** The debit was accepted, also if the payment cannot be read. */
async function madePayment(client: Client, id: string, order: Order, token: Token): Promise<Payment> {
  try {
    return (await client.payments.fetch(id)) as unknown as Payment;
  } catch {
    return {
      ...{ id, amount: order.amount, currency: order.currency, method: token.method, status: "created" },
      ...{ error_reason: null, error_code: null, error_description: null, created_at: 0 },
    };
  }
}

/** An error that names a payment is a debit that failed at once. */
async function declinedState(fault: RazorpayFault, client: Client, key_id: string): Promise<PaymentState | undefined> {
  const { payment_id, order_id } = fault.metadata ?? {};
  if (!payment_id || !order_id) return undefined;
  const order = await fetchOrder(client, order_id);
  return paymentState(client, order, await paymentOf(client, order), key_id);
}
