import { documented } from "@/lib/contracts/documented";
import * as sandbox from "./sandbox";

const state = { account: "works" as const, webhooks: "prompt" as const, waiting_events: 0 };

const payment = {
  id: "0197f0a0-0000-7000-8000-0000000000a1",
  kind: "payment" as const,
  ref: "spay_3f2504e04f8941d39a0c0305e82c3301",
  parent_ref: "scu_9b2f1f0e4f8941d39a0c0305e82c3301",
  status: "processing",
  amount_minor: 8900,
  currency: "USD",
  label: "INV-25166, Iron Temple",
  decline_code: null,
  due_at: "2026-12-04T09:00:00Z",
  actions: ["settle" as const, "fail" as const],
  created_at: "2026-12-01T09:00:00Z",
};

const payout = {
  ...payment,
  kind: "payout" as const,
  ref: "spo_3f2504e04f8941d39a0c0305e82c3301",
  parent_ref: null,
  status: "pending",
  label: "Arrives on 2026-12-03",
};

const checkout = {
  kind: "payment" as const,
  status: "succeeded" as const,
  gym_name: "Iron Temple",
  brand_color: "#0d6b68",
  description: "INV-25166, Iron Temple",
  amount_minor: 8900,
  currency: "USD",
  decline: null,
  challenge_path: null,
  return_path: "/pay/abc",
};

const token = "AZfwoAAAcACAAAAAAAAAAQGX8KAAAHAAgAAAAAAAAQIAAQ.c2lnbmF0dXJl";

export const sandboxDocs = documented(sandbox, {
  readSandbox: {
    summary: "Retrieve how the sandbox behaves",
    description: "The sandbox is the gateway of a gym that has connected no vendor. It moves no money.",
    example: { input: {}, output: state },
  },

  changeSandbox: {
    summary: "Change how the sandbox behaves",
    description:
      "`account` decides how it answers calls: `refuses_keys`, `times_out` (it acts, but its answer is lost), `server_errors` (500), `rate_limited` (429) and `conflicts` (409) play a bad day. `webhooks` decides how it delivers events: at once, ten minutes late, twice, in the wrong order, or not at all.",
    example: { input: { webhooks: "doubled" }, output: { ...state, webhooks: "doubled" } },
  },

  listSandboxObjects: {
    summary: "List what the sandbox has of one kind, newest first",
    example: { input: { kind: "payment" }, output: { data: [payment], next_cursor: null } },
  },

  actOnSandboxObject: {
    summary: "Make something happen to an object of the sandbox now",
    description:
      "Plays the clock, the bank or the payer: `settle` or `fail` a debit, refund or payout that is on its way; `dispute` or `inquire` about a payment; let a dispute be won (`win`) or lost (`lose`); `remove` a method at the vendor, which revokes a mandate. The object's `actions` tell which ones apply.",
    example: {
      input: { id: payment.id, action: "settle" },
      output: { ...payment, status: "succeeded", due_at: null, actions: ["dispute", "inquire"] },
    },
  },

  payOutSandbox: {
    summary: "Pay the balance of the sandbox out now",
    description: "By itself it pays out every midnight UTC what is older than a day.",
    example: { input: {}, output: { data: [payout] } },
  },

  deliverSandboxEvents: {
    summary: "Deliver the events of the sandbox that wait",
    example: { input: {}, output: { events: 3 } },
  },

  readSandboxCheckout: {
    summary: "Retrieve a checkout of the sandbox",
    description: "Needs no session: the token is a secret of the checkout.",
    example: { input: { token }, output: { ...checkout, status: "requires_action" } },
  },

  confirmSandboxCheckout: {
    summary: "Confirm a checkout of the sandbox with a test method",
    description:
      "Needs no session: the token is a secret of the checkout. Takes the name of a test method, never a number. A checkout that went on already stays as it is, so a repetition charges nothing.",
    example: { input: { token, method: "tm_visa" }, output: checkout },
  },

  answerSandboxChallenge: {
    summary: "Approve or decline what the bank of a test method asks",
    example: { input: { token, is_approved: true }, output: checkout },
  },
});
