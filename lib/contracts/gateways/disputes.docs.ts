import { documented } from "@/lib/contracts/documented";
import * as disputes from "./disputes";

const id = "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d01";
const summary = "The member signed the agreement in March and visited 34 times since.";

const example = {
  id,
  payment_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d02",
  payer_member_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d03",
  payer_company_id: null,
  payer_name: "John Doe",
  location_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d04",
  location_name: "Downtown",
  time_zone: "America/New_York",
  vendor: "stripe" as const,
  dispute_ref: "dp_1NtJ4kLkdIwHu7ixH6Q1pGvV",
  status: "needs_response" as const,
  reason: "fraudulent",
  amount_minor: 5_900,
  currency: "USD",
  fee_minor: 1_500,
  reopened_minor: 5_900,
  credit_minor: 0,
  loss_minor: 0,
  taken_at: "2026-11-30T09:12:00.000Z",
  returned_at: null,
  evidence_due_at: "2026-12-07T23:59:59.000Z",
  evidence_sent_at: null,
  evidence_summary: null,
  evidence_failure: null,
  opened_at: "2026-11-30T09:12:00.000Z",
  closed_at: null,
  payment: { method: "card" as const, amount_minor: 5_900, received_on: "2026-11-02", refunded_minor: 0 },
  invoices: [
    { id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d05", number: "INV-00042", amount_minor: 5_900, open_minor: 5_900 },
  ],
};

export const disputesDocs = documented(disputes, {
  listDisputes: {
    summary: "List disputes",
    description: "`sort=due` has what must be answered first, first.",
    example: { input: { is_open: true, sort: "due" }, output: { data: [example], next_cursor: null } },
  },
  getDisputeTotals: {
    summary: "Sum disputes by currency",
    example: {
      input: { opened_from: "2026-11-01" },
      output: {
        by_currency: [
          {
            currency: "USD",
            disputes: 3,
            undecided_minor: 5_900,
            won_minor: 5_900,
            lost_minor: 8_900,
            fee_minor: 4_500,
          },
        ],
      },
    },
  },
  getDispute: { summary: "Get a dispute", example: { input: { id }, output: example } },
  getEvidence: {
    summary: "Download the evidence for a dispute as a PDF",
    description:
      "One PDF with the agreement, the visits, the invoices and payments, and the messages to the member. `summary` is printed first; without it, the one that was sent.",
    example: { input: { id }, output: { toResponse: (headers) => new Response(null, { headers }) } },
  },
  submitEvidence: {
    summary: "Send the evidence for a dispute to the bank",
    description:
      "Sends the PDF with your summary through the gateway, once: a bank accepts evidence one time. Refused after it was sent, and for a dispute that the bank has decided.",
    example: {
      input: { id, summary },
      output: {
        ...example,
        status: "under_review" as const,
        evidence_due_at: null,
        evidence_sent_at: "2026-12-01T10:00:00.000Z",
        evidence_summary: summary,
      },
    },
  },
});
