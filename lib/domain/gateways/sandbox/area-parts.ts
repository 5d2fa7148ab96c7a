import type { Area } from "@/lib/domain/area";
import { sandboxReported } from "@/lib/domain/gateways/events";

/** What the sandbox adds to its area. */
export const sandboxParts = {
  events: [sandboxReported],
  audit: {
    phrases: {
      "sandbox.act": "made something happen in the payment sandbox",
      "sandbox.change": "changed how the payment sandbox behaves",
      "sandbox.deliver": "delivered the waiting events of the payment sandbox",
      "sandbox.pay_out": "paid out the balance of the payment sandbox",
      "sandbox_checkouts.answer": "answered the bank in the payment sandbox",
      "sandbox_checkouts.confirm": "confirmed a payment in the sandbox",
    },
    targets: {
      sandbox: { name: null, path: () => "/settings/payments/sandbox" },
      sandbox_object: { name: null, path: () => "/settings/payments/sandbox" },
      sandbox_checkout: { name: null },
    },
  },
  retention: [
    { table: "sandbox_events", column: "created_at", hours: 90 * 24 },
    // A vendor forgets the answers to idempotency keys after a day.
    {
      ...{ table: "sandbox_objects", column: "created_at", hours: 30 * 24 },
      only: { column: "kind", values: ["answer", "notice"] },
    },
    // The account, customers and their methods stay, because they are charged again.
    {
      ...{ table: "sandbox_objects", column: "updated_at", hours: 730 * 24 },
      only: { column: "kind", values: ["payment", "setup", "refund", "dispute", "balance_item", "payout"] },
    },
  ],
} satisfies Omit<Area, "name">;
