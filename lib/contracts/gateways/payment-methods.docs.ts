import { documented } from "@/lib/contracts/documented";
import * as paymentMethods from "./payment-methods";

const id = "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c07";

export const exampleMethod = {
  id,
  gateway_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c01",
  vendor: "stripe" as const,
  is_live: true,
  payer_member_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c04",
  payer_company_id: null,
  payer_name: "John Doe",
  kind: "card" as const,
  brand: "Visa",
  last4: "4242",
  label: "Visa 4242",
  expires_in: "2029-12",
  is_expired: false,
  mandate_max_minor: null,
  mandate_currency: null,
  is_default: true,
  is_left_behind: false,
  can_be_charged: true,
  ended_at: null,
  end_reason: null,
  created_at: "2026-11-30T09:00:00.000Z",
};

export const exampleRemoved = {
  removed: {
    ...exampleMethod,
    is_default: false,
    can_be_charged: false,
    ended_at: "2026-12-01T09:00:00.000Z",
    end_reason: "removed" as const,
  },
  next_default: null,
};

export const paymentMethodsDocs = documented(paymentMethods, {
  listMethods: {
    summary: "List saved payment methods",
    description:
      "Cards, bank accounts and mandates that payers allowed the gym to charge. Numbers stay with the gateway.",
    example: {
      input: { state: "active" },
      output: { data: [exampleMethod], next_cursor: null, totals: { active: 1, ended: 0, payers: 1 } },
    },
  },
  getMethod: { summary: "Get a payment method", example: { input: { id }, output: exampleMethod } },
  makeDefault: {
    summary: "Make a payment method the default",
    description: "Later bills of the payer are charged to it. A payer has one default at a gateway.",
    example: { input: { id }, output: exampleMethod },
  },
  removeMethod: {
    summary: "Remove a payment method",
    description:
      "It is never charged again. The newest other method of the payer becomes the default. Refused while a payment with it is under way.",
    example: { input: { id }, output: exampleRemoved },
  },
  requestMethod: {
    summary: "Ask a payer for a payment method",
    description: "Sends a link with which the payer saves a method. It works for a week.",
    example: {
      input: { member_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c04" },
      output: {
        url: "https://gym.example.com/pay/method/AZj0omwefVKdCz8fWmt8AQ.x",
        expires_at: "2026-12-07T09:00:00.000Z",
        is_sent: true,
      },
    },
  },
});
