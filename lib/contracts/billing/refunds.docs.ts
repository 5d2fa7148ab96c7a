import { documented } from "@/lib/contracts/documented";
import * as refunds from "./refunds";

const id = "0197f0a0-0000-7000-8000-000000000901";

const example = {
  id,
  payment_id: "0197f0a0-0000-7000-8000-000000000701",
  payer_member_id: "0197f0a0-0000-7000-8000-000000000102",
  payer_company_id: null,
  payer_name: "Rahel Tesfaye",
  location_id: "0197f0a0-0000-7000-8000-000000000001",
  location_name: "Fitzroy",
  method: "card" as const,
  amount_minor: 2000,
  currency: "AUD",
  refunded_on: "2026-03-06",
  reason: "Class was cancelled",
  status: "pending" as const,
  failure: null,
  vendor: "stripe" as const,
  refund_ref: "re_3MtwBwLkdIwHu7ix28a3tqPa",
  credit_note: { id: "0197f0a0-0000-7000-8000-000000000602", number: "CN-00007" },
  created_by: null,
  created_at: "2026-03-06T06:42:00.000Z",
  ended_at: null,
};

export const refundsDocs = documented(refunds, {
  listRefunds: {
    summary: "List refunds",
    example: { input: { status: ["pending", "failed"] }, output: { data: [example], next_cursor: null } },
  },
  getRefundTotals: {
    summary: "Get the sums of refunds",
    example: {
      input: { refunded_from: "2026-03-01", refunded_to: "2026-03-31" },
      output: {
        by_currency: [{ currency: "AUD", count: 4, refunded_minor: 8_000, pending_minor: 2_000, failed_minor: 0 }],
      },
    },
  },
  getRefund: { summary: "Get a refund", example: { input: { id }, output: example } },
});
