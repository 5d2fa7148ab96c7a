import type { Stripe } from "stripe";
import { Temporal } from "temporal-polyfill";
import { Refusal } from "@/lib/providers/payments/gateway-result";
import type { DisputeState, Evidence, PaymentGateway } from "@/lib/providers/payments/payment-gateway";
import type { DisputeStatus } from "@/lib/values/gateways";
import { truncate } from "@/lib/values/storable-text";
import { fromStripe } from "./amounts";
import { isMissing, type StripeCaller } from "./connect";
import { idOf } from "./methods";

/** Of all files of a dispute together. */
const MAX_PACK_BYTES = 4_500_000;
const MAX_TEXT = 20_000;

export const stripeDisputes = ({ call }: StripeCaller): Pick<PaymentGateway, "findDispute" | "submitEvidence"> => ({
  findDispute: (ref) =>
    call(
      async (client) => disputeState(await client.disputes.retrieve(ref)),
      (fault) => (isMissing(fault) ? null : undefined),
    ),
  submitEvidence: (ref, evidence, key) =>
    call(async (client) => {
      const { pack } = evidence;
      if (pack.pdf.byteLength > MAX_PACK_BYTES)
        throw new Refusal("Stripe takes at most 4.5 MB of evidence. Shorten the pack");
      const file = await client.files.create(
        {
          purpose: "dispute_evidence",
          file: { data: pack.pdf, name: pack.file_name, type: "application/pdf" },
        },
        { idempotencyKey: `${key}-file` },
      );
      const params = { evidence: evidenceParams(evidence, file.id), submit: true };
      return disputeState(await client.disputes.update(ref, params, { idempotencyKey: key }));
    }),
});

const evidenceParams = (evidence: Evidence, file: string): Stripe.DisputeUpdateParams.Evidence => ({
  customer_name: evidence.customer_name,
  ...(evidence.customer_email && { customer_email_address: evidence.customer_email }),
  product_description: truncate(evidence.product_description, MAX_TEXT),
  service_date: evidence.service_on,
  service_documentation: file,
  uncategorized_text: truncate(evidence.summary, MAX_TEXT),
});

function disputeState(dispute: Stripe.Dispute): DisputeState {
  const fees = dispute.balance_transactions
    .filter(({ currency }) => currency === dispute.currency)
    .reduce((sum, { fee }) => sum + fee, 0);
  const { due_by } = dispute.evidence_details;
  return {
    ...fromStripe(dispute.amount, dispute.currency),
    ref: dispute.id,
    charge_ref: idOf(dispute.charge) ?? "",
    status: STATUSES[dispute.status] ?? "needs_response",
    reason: dispute.reason,
    is_debited: dispute.balance_transactions.length > 0 && !dispute.status.startsWith("warning"),
    evidence_due_at: due_by ? Temporal.Instant.fromEpochMilliseconds(due_by * 1000).toString() : null,
    fee_minor: fromStripe(fees, dispute.currency).amount_minor,
  };
}

/** A closed inquiry took no money, and neither did a prevented dispute. */
const STATUSES: Record<string, DisputeStatus> = {
  warning_needs_response: "warning",
  warning_under_review: "warning",
  warning_closed: "won",
  needs_response: "needs_response",
  appeal_needs_response: "needs_response",
  under_review: "under_review",
  appeal_under_review: "under_review",
  prevented: "won",
  won: "won",
  lost: "lost",
};
