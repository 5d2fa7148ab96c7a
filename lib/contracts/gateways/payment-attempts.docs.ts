import { documented } from "@/lib/contracts/documented";
import * as paymentAttempts from "./payment-attempts";

const id = "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c02";
const invoice_id = "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c03";

const example = {
  id,
  invoice_id,
  invoice_number: "INV-00042",
  payer_member_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c04",
  payer_company_id: null,
  payer_name: "John Doe",
  location_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c05",
  attempt_number: 1,
  gateway_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c01",
  vendor: "stripe" as const,
  origin: "renewal" as const,
  status: "failed" as const,
  amount_minor: 5_900,
  currency: "USD",
  method_kind: "card" as const,
  method_label: "Visa 4242",
  decline_code: "insufficient_funds" as const,
  vendor_code: "insufficient_funds",
  failure: "Your card has insufficient funds.",
  vendor_ref: "pi_3MtwBwLkdIwHu7ix28a3tqPa",
  charge_at: null,
  payment_id: null,
  created_at: "2026-11-30T02:00:04.000Z",
  ended_at: "2026-11-30T02:00:05.000Z",
};

export const paymentAttemptsDocs = documented(paymentAttempts, {
  listAttempts: {
    summary: "List the attempts to collect invoices through a gateway",
    example: { input: { status: ["failed"] }, output: { data: [example], next_cursor: null } },
  },
  getAttempt: {
    summary: "Get an attempt",
    example: { input: { id }, output: example },
  },
  getChargeOptions: {
    summary: "Get how an invoice can be collected now",
    description: "Names the method that would be charged, and says in a sentence what stands in the way.",
    example: {
      input: { id: invoice_id },
      output: {
        gateway: { id: example.gateway_id, vendor: "stripe", is_live: true },
        method: { id, kind: "card", label: "Visa 4242" },
        charge_blocker: null,
        link_blocker: null,
      },
    },
  },
  chargeInvoice: {
    summary: "Charge an invoice to a saved method",
    description:
      "Charges what is open. An attempt that fails is an answer, not an error: read its status. An invoice has one attempt at a time.",
    example: { input: { id: invoice_id }, output: example },
  },
});
