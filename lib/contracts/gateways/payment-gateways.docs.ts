import { documented } from "@/lib/contracts/documented";
import * as paymentGateways from "./payment-gateways";

const id = "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c01";

const example = {
  id,
  legal_entity_id: null,
  legal_entity_name: null,
  vendor: "stripe" as const,
  is_live: false,
  account_ref: "acct_1032D82eZvKYlo2C",
  account_name: "Iron Temple",
  settings: { publishable_key: "pk_test_51abc" },
  secrets: ["secret_key", "webhook_secret"],
  webhook_url: "https://gym.example.com/api/webhooks/stripe/iron-temple",
  billing_cycle: "fitflow" as const,
  last_event_at: null,
  failing_since: null,
  failure: null,
  replaced_at: null,
  version: 1,
};

const keys = {
  settings: { publishable_key: "pk_test_51abc" },
  secrets: { secret_key: "sk_test_51abc", webhook_secret: "whsec_abc" },
};

export const paymentGatewaysDocs = documented(paymentGateways, {
  listGateways: {
    summary: "List the payment gateways",
    example: {
      input: {},
      output: {
        data: [example],
        choices: [
          {
            vendor: "stripe",
            label: "Stripe",
            fields: [{ name: "secret_key", label: "Secret key", is_secret: true, is_required: true }],
          },
        ],
      },
    },
  },
  connectGateway: {
    summary: "Connect a payment gateway",
    description:
      "New payments of the legal entity go through it. One that it replaces keeps its refunds, its events and the methods that payers saved there.",
    example: { input: { vendor: "stripe", ...keys }, output: example },
  },
  updateGateway: {
    summary: "Change the keys of a payment gateway",
    description: "A secret that is left out stays, unless the public key of another account is entered.",
    example: { input: { id, ...keys }, output: { ...example, version: 2 } },
  },
  disconnectGateway: {
    summary: "Stop new payments through a gateway",
    description: "Refunds and events of its earlier payments go on.",
    example: { input: { id }, output: { ...example, replaced_at: "2026-11-30T09:00:00.000Z", version: 2 } },
  },
  setBillingCycle: {
    summary: "Choose who runs the cycle of memberships",
    description:
      "With `gateway`, staff may let the gateway bill a membership by itself. Subscriptions that run stay as they are.",
    example: {
      input: { id, billing_cycle: "gateway" },
      output: { ...example, billing_cycle: "gateway", version: 2 },
    },
  },
  testGateway: {
    summary: "Ask the vendor whether the keys work",
    example: {
      input: { id },
      output: { outcome: "answered", answer: "Stripe answers: the account Iron Temple can charge.", gateway: example },
    },
  },
});
