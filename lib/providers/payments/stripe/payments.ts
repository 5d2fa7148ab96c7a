import type { Stripe } from "stripe";
import { Temporal } from "temporal-polyfill";
import type {
  ChargeRequest,
  CheckoutRequest,
  GatewayResult,
  PaymentGateway,
  PaymentLookup,
  PaymentRequest,
  PaymentState,
} from "@/lib/providers/payments/payment-gateway";
import { truncate } from "@/lib/values/storable-text";
import { toStripe } from "./amounts";
import { isMissing, type StripeCaller, type StripeFault } from "./connect";
import { OFF_SESSION, ON_SESSION, paymentState } from "./payment-state";

const MAX_DESCRIPTION = 1000;

/** The clocks of both sides may differ. */
const CLOCK_SECONDS = 300;

/** Of a customer, these are years. Without one, the search index is asked instead, which is a minute behind. */
const MAX_LISTED = 500;

type Payments = Pick<
  PaymentGateway,
  "startCheckout" | "charge" | "findPayment" | "capture" | "cancelPayment" | "readReturn"
>;

export function stripePayments({ call, settings: { publishable_key } }: StripeCaller): Payments {
  const state = (intent: Stripe.PaymentIntent) => paymentState(intent, publishable_key);
  const declined = ({ payment_intent }: StripeFault) =>
    payment_intent?.last_payment_error ? state(payment_intent) : undefined;
  const read = async (client: Stripe, ref: string) =>
    state(await client.paymentIntents.retrieve(ref, { expand: ["payment_method"] }));

  return {
    startCheckout: (request: CheckoutRequest): Promise<GatewayResult<PaymentState>> =>
      call(async (client) =>
        state(
          await client.paymentIntents.create(
            {
              ...common(request, ON_SESSION),
              automatic_payment_methods: { enabled: true },
              ...(request.customer_ref && { customer: request.customer_ref }),
              ...(request.customer_ref && request.mandate && { setup_future_usage: "off_session" }),
            },
            { idempotencyKey: request.key },
          ),
        ),
      ),
    charge: (request: ChargeRequest): Promise<GatewayResult<PaymentState>> =>
      call(
        async (client) =>
          state(
            await client.paymentIntents.create(
              {
                ...common(request, OFF_SESSION),
                // A redirect needs a payer.
                automatic_payment_methods: { enabled: true, allow_redirects: "never" },
                customer: request.customer_ref,
                payment_method: request.method_ref,
                off_session: true,
                confirm: true,
              },
              { idempotencyKey: request.key },
            ),
          ),
        declined,
      ),
    findPayment: ({ ref, ...lookup }: PaymentLookup) =>
      call(
        async (client) => {
          if (ref) return read(client, ref);
          const found = await findByAttempt(client, lookup);
          return found && state(found);
        },
        (fault) => (ref && isMissing(fault) ? null : undefined),
      ),
    capture: ({ ref, charge_ref: _charge_ref, ...amount }) =>
      call(
        async (client) => {
          const { amount: amount_to_capture } = toStripe(amount);
          const options = { idempotencyKey: `capture-${ref}` };
          const intent = await client.paymentIntents.capture(
            ref,
            { amount_to_capture, expand: ["payment_method"] },
            options,
          );
          return state(intent);
        },
        (fault, client) => (isUnexpectedState(fault) ? read(client, ref) : undefined),
      ),
    // With a key of the SDK: a cancellation that came too early must not be answered again later.
    cancelPayment: (ref: string) =>
      call(
        async (client) => state(await client.paymentIntents.cancel(ref, { expand: ["payment_method"] })),
        (fault, client) => (isUnexpectedState(fault) ? read(client, ref) : undefined),
      ),
    readReturn: ({ payment_intent, setup_intent }) => {
      const ref = payment_intent ?? setup_intent ?? "";
      return /^(pi|seti)_\w{1,200}$/.test(ref) ? { ref, charge_ref: null } : null;
    },
  };
}

const isUnexpectedState = ({ code }: StripeFault): boolean =>
  code === "payment_intent_unexpected_state" || code === "intent_invalid_state";

const common = (request: PaymentRequest, flow: Stripe.MetadataParam) => ({
  ...toStripe(request),
  description: truncate(request.description, MAX_DESCRIPTION),
  metadata: { attempt_id: request.attempt_id, invoice_id: request.invoice_id, ...flow },
  expand: ["payment_method"],
});

/** Lists instead of searching where it can, because the search index lags. */
async function findByAttempt(
  client: Stripe,
  { attempt_id, customer_ref, reserved_at }: Omit<PaymentLookup, "ref">,
): Promise<Stripe.PaymentIntent | null> {
  const since = Math.floor(Temporal.Instant.from(reserved_at).epochMilliseconds / 1000) - CLOCK_SECONDS;
  const listed = await client.paymentIntents
    .list({
      created: { gte: since },
      limit: 100,
      expand: ["data.payment_method"],
      ...(customer_ref && { customer: customer_ref }),
    })
    .autoPagingToArray({ limit: MAX_LISTED });
  const found = listed.find(({ metadata }) => metadata.attempt_id === attempt_id);
  if (found || listed.length < MAX_LISTED) return found ?? null;
  const query = `metadata["attempt_id"]:"${attempt_id.replace(/["\\]/g, "")}"`;
  const { data } = await client.paymentIntents.search({ query, limit: 1, expand: ["data.payment_method"] });
  return data[0] ?? null;
}
