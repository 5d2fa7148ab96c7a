import type { Stripe } from "stripe";
import type { PaymentGateway, RefundRequest, RefundState } from "@/lib/providers/payments/payment-gateway";
import type { RefundStatus } from "@/lib/values/gateways";
import { truncate } from "@/lib/values/storable-text";
import { fromStripe, toStripe } from "./amounts";
import { isMissing, type StripeCaller } from "./connect";
import { idOf } from "./methods";

const MAX_METADATA = 500;

export const stripeRefunds = ({ call }: StripeCaller): Pick<PaymentGateway, "refund" | "findRefund"> => ({
  refund: (request: RefundRequest) =>
    call(async (client) => {
      const { amount } = toStripe(request);
      const refund = await client.refunds.create(
        {
          charge: request.charge_ref,
          amount,
          reason: "requested_by_customer",
          metadata: { refund_id: request.refund_id, reason: truncate(request.reason, MAX_METADATA) },
        },
        { idempotencyKey: request.key },
      );
      return refundState(refund);
    }),
  findRefund: ({ ref, charge_ref, refund_id }) =>
    call(
      async (client) => {
        if (ref) return refundState(await client.refunds.retrieve(ref));
        const refunds = await client.refunds
          .list({ charge: charge_ref, limit: 100 })
          .autoPagingToArray({ limit: 1000 });
        const found = refunds.find(({ metadata }) => metadata?.refund_id === refund_id);
        return found ? refundState(found) : null;
      },
      (fault) => (isMissing(fault) ? null : undefined),
    ),
});

const refundState = (refund: Stripe.Refund): RefundState => ({
  ...fromStripe(refund.amount, refund.currency),
  ref: refund.id,
  charge_ref: idOf(refund.charge) ?? "",
  status: statusOf(refund.status),
  refund_id: refund.metadata?.refund_id ?? null,
  failure: refund.failure_reason ?? null,
});

/** `requires_action`: the payer must tell Stripe where the money goes. */
const statusOf = (status: string | null): RefundStatus =>
  status === "succeeded" ? "succeeded" : status === "failed" || status === "canceled" ? "failed" : "pending";
