import { Temporal } from "temporal-polyfill";
import { Refusal } from "@/lib/providers/payments/gateway-result";
import type { DisputeState, PaymentGateway } from "@/lib/providers/payments/payment-gateway";
import type { DisputeStatus } from "@/lib/values/gateways";
import { truncate } from "@/lib/values/storable-text";
import { fromRazorpay } from "./amounts";
import { type Client, orNull, type RazorpayCaller } from "./connect";

type Dispute = {
  id: string;
  payment_id: string;
  amount: number;
  currency: string;
  amount_deducted: number;
  reason_code: string;
  respond_by: number | null;
  status: string;
  phase: string;
};

const MAX_SUMMARY = 1000;

export const razorpayDisputes = ({ call }: RazorpayCaller): Pick<PaymentGateway, "findDispute" | "submitEvidence"> => ({
  findDispute: (ref) =>
    call(async (client) => {
      const dispute = await orNull(fetchDispute(client, ref));
      return dispute && disputeState(dispute);
    }),
  submitEvidence: (ref, { summary, pack }) =>
    call(
      async (client) => {
        const dispute = await fetchDispute(client, ref);
        // What was submitted before cannot be submitted again.
        if (dispute.status === "under_review") return disputeState(dispute);
        if (dispute.status !== "open") throw new Refusal("The dispute is closed");
        const form = new FormData();
        form.set("purpose", "dispute_evidence");
        form.set("file", new Blob([new Uint8Array(pack.pdf)], { type: "application/pdf" }), pack.file_name);
        const { data: document } = await client.requests.post<{ id: string }>("/v1/documents", form, {});
        const contested = await client.disputes.contest(ref, {
          amount: dispute.amount,
          summary: truncate(summary, MAX_SUMMARY),
          proof_of_service: [document.id],
          action: "submit",
        });
        return disputeState(contested as unknown as Dispute);
      },
      { is_repeatable: true },
    ),
});

const fetchDispute = async (client: Client, ref: string): Promise<Dispute> =>
  (await client.disputes.fetch(ref)) as unknown as Dispute;

const disputeState = (dispute: Dispute): DisputeState => ({
  ...fromRazorpay(dispute.amount, dispute.currency),
  ref: dispute.id,
  charge_ref: dispute.payment_id,
  status: statusOf(dispute),
  reason: dispute.reason_code,
  is_debited: dispute.amount_deducted > 0,
  evidence_due_at: dispute.respond_by
    ? Temporal.Instant.fromEpochMilliseconds(dispute.respond_by * 1000).toString()
    : null,
  fee_minor: 0,
});

/** In these phases the bank only asks. */
const inquiries = new Set(["fraud", "retrieval"]);

function statusOf({ status, phase, amount_deducted }: Dispute): DisputeStatus {
  switch (status) {
    case "under_review":
    case "won":
    case "lost":
      return status;
    case "closed":
      return amount_deducted > 0 ? "lost" : "won";
    default:
      return inquiries.has(phase) ? "warning" : "needs_response";
  }
}
