import { CopyButton } from "@/components/ui/controls/copy-button";
import type { Gateway } from "./gateway";

/** Where the address is entered at each vendor, and what is sent to it. */
const steps: Partial<Record<Gateway["vendor"], readonly string[]>> = {
  stripe: [
    "In the Stripe dashboard open Developers, Webhooks, and add an endpoint with this address.",
    "Choose the events payment_intent.*, setup_intent.*, charge.refund.updated, refund.*, charge.dispute.*, payment_method.*, mandate.updated and payout.*.",
    "Copy the signing secret of the endpoint (whsec_…) and enter it here under Change keys.",
  ],
  razorpay: [
    "In the Razorpay dashboard open Account & Settings, Webhooks, and add this address.",
    "Enter a secret of your own there, and the same one here under Change keys.",
    "Choose the events payment.*, order.paid, refund.*, token.*, payment.dispute.* and settlement.processed.",
  ],
};

/** Without events, what happens at the vendor is known hours later. */
export function WebhookInstructions({ gateway: { vendor, webhook_url, secrets } }: { gateway: Gateway }) {
  if (!webhook_url) return null;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium text-ink">Address for events</p>
      <p className="flex items-center gap-2">
        <code className="min-w-0 break-all rounded-control bg-surface-2 px-2 py-1 text-12 text-ink">{webhook_url}</code>
        <CopyButton text={webhook_url} label="Copy address for events" iconOnly size="sm" />
      </p>
      <ol className="list-decimal pl-5 text-ink-2">
        {steps[vendor]?.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {secrets.includes("webhook_secret") ? null : (
        <p className="text-warn-text">
          No webhook secret is stored, so no event is accepted. Payments are asked for every few hours instead.
        </p>
      )}
    </div>
  );
}
