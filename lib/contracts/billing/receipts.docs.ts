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
});
