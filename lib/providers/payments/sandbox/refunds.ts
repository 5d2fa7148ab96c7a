import type { RefundRequest, RefundState } from "@/lib/providers/payments/payment-gateway";
import { sandboxMethodOf } from "@/lib/values/sandbox/test-methods";
import { addItem } from "./balance";
import { report } from "./events";
import { change, create, inDays, paymentOfCharge, type SandboxObject, SandboxRefusal, type Vendor } from "./objects";

export type SandboxRefund = SandboxObject<"refund">;

const delayDays = 5;
const bankFailure = "The bank of the payer refused the refund.";

export async function refund(vendor: Vendor, request: RefundRequest): Promise<SandboxRefund> {
  const { amount_minor, currency, charge_ref, refund_id } = request;
  const payment = await paymentOfCharge(vendor, charge_ref);
  if (payment?.data.status !== "succeeded") throw new SandboxRefusal("There is no payment to refund.");
  if (currency !== payment.data.currency || amount_minor <= 0)
    throw new SandboxRefusal("The amount is not refundable.");
  const disputes = await vendor.tx.listByParent("dispute", charge_ref);
  if (disputes.some(({ data }) => data.has_debited && data.status !== "won")) {
    throw new SandboxRefusal("The payment is disputed: the bank has already taken the money back.");
  }
  const earlier = await vendor.tx.listByParent("refund", charge_ref);
  const refunded = earlier
    .filter(({ data }) => data.status !== "failed")
    .reduce((sum, { data }) => sum + data.amount_minor, 0);
  if (refunded + amount_minor > payment.data.amount_minor) {
    throw new SandboxRefusal("The refund is more than what is left of the payment.");
  }
  const how = sandboxMethodOf(payment.data.test_method ?? "")?.refund ?? "immediate";
  const made = await create(
    vendor,
    "refund",
    { amount_minor, currency, charge_ref, status: "pending", failure: null, is_failing: how === "fails" },
    { owner_ref: refund_id, parent_ref: charge_ref, due_at: inDays(vendor.now, how === "fails" ? 1 : delayDays) },
  );
  return how === "immediate" ? endRefund(vendor, made, "succeeded") : made;
}

export async function endRefund(
  vendor: Vendor,
  refund: SandboxRefund,
  status: "succeeded" | "failed",
): Promise<SandboxRefund> {
  if (refund.data.status !== "pending") throw new SandboxRefusal("This refund has ended.");
  const ended = await change(vendor, refund, { status, failure: status === "failed" ? bankFailure : null });
  if (status === "succeeded") {
    const { amount_minor, currency } = ended.data;
    await addItem(vendor, {
      ...{ kind: "refund", amount_minor: -amount_minor, currency, fee_minor: 0 },
      source_ref: ended.ref,
    });
  }
  await report(vendor, { type: `refund.${status}`, subject: "refund", ref: ended.ref });
  return ended;
}

export const refundState = ({ ref, owner_ref, data: { is_failing: _, ...data } }: SandboxRefund): RefundState => ({
  ref,
  refund_id: owner_ref,
  ...data,
});
