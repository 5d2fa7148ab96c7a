import { documented } from "@/lib/contracts/documented";
import * as payouts from "./payouts";

const id = "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7e01";

const example = {
  id,
  gateway_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7e02",
  vendor: "stripe" as const,
  payout_ref: "po_1OaFDbEcg9tTZuTgNYmX0PKB",
  status: "paid" as const,
  amount_minor: 5_699,
  currency: "USD",
  fee_minor: 201,
  arrives_on: "2026-12-01",
  booked_at: "2026-12-01T06:17:02.000Z",
  items: 1,
  mismatches: 0,
  mismatch: null,
  created_at: "2026-11-29T06:17:02.000Z",
};

export const payoutsDocs = documented(payouts, {
  listPayouts: {
    summary: "List what gateways paid out to the bank",
    description: "By the day on which the bank has it, latest first.",
    example: { input: { status: ["paid"] }, output: { data: [example], next_cursor: null } },
  },
  getPayoutTotals: {
    summary: "Sum payouts by currency",
    example: {
      input: { arrives_from: "2026-11-01" },
      output: {
        by_currency: [
          { currency: "USD", payouts: 4, paid_minor: 48_211, pending_minor: 0, fee_minor: 1_702, mismatched: 0 },
        ],
      },
    },
  },
  getPayout: { summary: "Get a payout", example: { input: { id }, output: example } },
  listPayoutItems: {
    summary: "List what a payout consists of",
    description: "Each row of the gateway's balance with what of yours it is. Mismatches come first.",
    example: {
      input: { id },
      output: {
        data: [
          {
            id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7e03",
            item_ref: "txn_1OaFDbEcg9tTZuTgaB1",
            kind: "payment",
            source_ref: "ch_3OaFDbEcg9tTZuTg1",
            amount_minor: 5_900,
            fee_minor: 201,
            currency: "USD",
            location_name: "Downtown",
            payment_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d02",
            refund_id: null,
            dispute_id: null,
            payer_name: "John Doe",
            mismatch: null,
          },
        ],
        next_cursor: null,
      },
    },
  },
});
