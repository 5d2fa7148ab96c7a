import type { PaymentGateway, SetupRequest } from "@/lib/providers/payments/payment-gateway";
import { isMissing, type StripeCaller } from "./connect";
import { setupState } from "./payment-state";

/** Stripe asks for the mandates of bank debits itself, without a maximum. */
export const stripeSetups = ({
  call,
  settings: { publishable_key },
}: StripeCaller): Pick<PaymentGateway, "startSetup" | "findSetup"> => ({
  startSetup: (request: SetupRequest) =>
    call(async (client) => {
      const intent = await client.setupIntents.create(
        {
          customer: request.customer_ref,
          usage: "off_session",
          automatic_payment_methods: { enabled: true },
          metadata: { setup_id: request.setup_id },
        },
        { idempotencyKey: request.key },
      );
      return setupState(intent, publishable_key);
    }),
  findSetup: (ref) =>
    call(
      async (client) =>
        setupState(await client.setupIntents.retrieve(ref, { expand: ["payment_method"] }), publishable_key),
      (fault) => (isMissing(fault) ? null : undefined),
    ),
});
