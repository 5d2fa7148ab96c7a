import { documented } from "@/lib/contracts/documented";
import * as receipts from "./receipts";

const id = "0197f0a0-0000-7000-8000-000000000c01";

export const receiptsDocs = documented(receipts, {
  getPaymentReceipt: {
    summary: "Download the receipt of a payment",
    description:
      "A PDF in the payer's language. The same payment gives the same bytes. It shows the invoices that the payment settled when it was recorded, and what became account credit. The receipt of a reversed payment is marked as void.",
    example: { input: { id }, output: { toResponse: (headers) => new Response(null, { headers }) } },
  },
  getRefundReceipt: {
    summary: "Download the receipt of a refund",
    description: "A PDF in the payer's language, with the reason of the refund.",
    example: { input: { id }, output: { toResponse: (headers) => new Response(null, { headers }) } },
  },
  getOwnReceipt: {
    summary: "Download the receipt of an own payment",
    description: "For the member who paid.",
    example: { input: { id }, output: { toResponse: (headers) => new Response(null, { headers }) } },
  },
  listOwnPayments: {
    summary: "List the member's own payments",
    description: "What the member paid, newest first. Each has a receipt.",
    example: {
      input: {},
      output: {
        data: [
          {
            ...{ id, method: "card", amount_minor: 5_900, currency: "USD", received_on: "2026-11-30" },
            invoices: [{ id: "0197f0a0-0000-7000-8000-000000000c02", number: "INV-00042", amount_minor: 5_900 }],
            ...{ refunded_minor: 0, reversed_at: null },
          },
        ],
        next_cursor: null,
      },
    },
  },
});
