import { createHash } from "node:crypto";
import type { PaymentGateway, RefundState } from "@/lib/providers/payments/payment-gateway";
import type { RefundStatus } from "@/lib/values/gateways";
import { truncate } from "@/lib/values/storable-text";
import { fromRazorpay, toRazorpay } from "./amounts";
import { type Client, orNull, type RazorpayCaller, REFUND_KEY } from "./connect";

type Refund = {
  id: string;
  amount: number | string;
  currency: string;
  payment_id: string;
  status?: string;
  notes: { refund_id?: string } | [];
};

const MAX_NOTE = 256;
const PER_PAGE = 100;

export const razorpayRefunds = ({ call }: RazorpayCaller): Pick<PaymentGateway, "refund" | "findRefund"> => ({
  refund: ({ key, refund_id, charge_ref, reason, ...money }) =>
    call(async (client) => {
      const { amount } = toRazorpay(money);
      const { data } = await client.requests.post<Refund>(
        `/v1/payments/${charge_ref}/refund`,
        { amount, speed: "normal", receipt: refund_id, notes: { refund_id, reason: truncate(reason, MAX_NOTE) } },
        { headers: { [REFUND_KEY]: refundKey(key) } },
      );
      return refundState(data);
    }),
  findRefund: ({ ref, charge_ref, refund_id }) =>
    call(async (client) => {
      const found = ref ? await orNull(client.refunds.fetch(ref)) : await findByOwnId(client, charge_ref, refund_id);
      return found && refundState(found as unknown as Refund);
    }),
});

async function findByOwnId(client: Client, charge_ref: string, refund_id: string): Promise<Refund | null> {
  const { items } = await client.payments.fetchMultipleRefund(charge_ref, { count: PER_PAGE });
  const own = ({ notes }: Refund) => !Array.isArray(notes) && notes.refund_id === refund_id;
  return (items as unknown as Refund[]).find(own) ?? null;
}

/** Razorpay takes letters, digits, hyphens and underscores, at least ten. */
const refundKey = (key: string): string =>
  /^[\w-]{10,64}$/.test(key) ? key : createHash("sha256").update(key).digest("hex");

const STATUSES: Record<string, RefundStatus> = { processed: "succeeded", failed: "failed" };

const refundState = (refund: Refund): RefundState => ({
  ...fromRazorpay(refund.amount, refund.currency),
  ref: refund.id,
  charge_ref: refund.payment_id,
  status: STATUSES[refund.status ?? ""] ?? "pending",
  refund_id: Array.isArray(refund.notes) ? null : (refund.notes.refund_id ?? null),
  failure: refund.status === "failed" ? "Razorpay could not refund the payment" : null,
});
