import { documented } from "@/lib/contracts/documented";
import * as gatewaySubscriptions from "./gateway-subscriptions";

const id = "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d02";
const membership_id = "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d03";

const example = {
  id,
  membership_id,
  member_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c04",
  location_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c05",
  gateway_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c01",
  vendor: "stripe" as const,
  payer_member_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c04",
  payer_company_id: null,
  payer_name: "John Doe",
  status: "active" as const,
  name: "Monthly",
  amount_minor: 5_900,
  currency: "USD",
  interval_unit: "month" as const,
  interval_count: 1,
  method_label: "Visa 4242",
  first_on: "2026-12-15",
  next_bill_at: "2026-12-15T17:00:00.000Z",
  is_ending: false,
  end_reason: null,
  failure: null,
  vendor_ref: "sub_1MowQVLkdIwHu7ixeRlqHVzs",
  action_url: null,
  last_bill: null,
  created_at: "2026-11-30T09:00:00.000Z",
  ended_at: null,
};

export const gatewaySubscriptionsDocs = documented(gatewaySubscriptions, {
  listSubscriptions: {
    summary: "List the subscriptions that gateways run",
    example: { input: { is_live: true }, output: { data: [example], next_cursor: null } },
  },
  getSubscription: {
    summary: "Get a subscription with the bills of the gateway",
    example: {
      input: { id },
      output: {
        ...example,
        last_bill: { status: "paid", period_on: "2026-12-15", failure: null },
        bills: [
          {
            id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d04",
            bill_ref: "in_1MtHbELkdIwHu7ixl4OzzPMv",
            status: "paid",
            amount_minor: 5_900,
            currency: "USD",
            period_on: "2026-12-15",
            failure: null,
            next_try_at: null,
            mismatch: null,
            invoice_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c03",
            invoice_number: "INV-00042",
            payment_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d05",
          },
        ],
      },
    },
  },
  getSubscriptionOptions: {
    summary: "Get who collects a membership",
    description: "Says in a sentence what stands in the way of a subscription.",
    example: { input: { id: membership_id }, output: { subscription: null, is_offered: true, start_blocker: null } },
  },
  startSubscription: {
    summary: "Let the gateway bill a membership",
    description:
      "The gateway bills the payer's saved method from the next bill on. Renewals of the membership are then not charged by FitFlow. The gateway's settings must say that it runs the cycle.",
    example: { input: { id: membership_id }, output: example },
  },
  cancelSubscription: {
    summary: "End a subscription at the gateway",
    description: "It ends with the period that is paid, or at once. After its end, FitFlow charges what is unpaid.",
    example: { input: { id }, output: { ...example, is_ending: true, end_reason: "by_staff" } },
  },
});
