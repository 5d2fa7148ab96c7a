import { inngest } from "@/inngest/client";
import { on } from "@/inngest/events";
import { documentsIssued, paymentRefunded } from "@/lib/domain/billing/events";
import { chargeInvoices as charge } from "@/lib/domain/gateways/attempts";
import { chargesDue, gatewayEventReceived } from "@/lib/domain/gateways/events";
import { sweepRefunds } from "@/lib/domain/gateways/refunds";
import { processGatewayEvents as processEvents } from "@/lib/domain/gateways/webhooks";
import { systemCallerIn } from "./system-caller-in";

/** Charges invoices of the engine as soon as they are issued. What this misses, `charge-waiting` finds. */
export const chargeIssued = inngest.createFunction(
  {
    id: "charge-issued",
    name: "Charge invoices that were issued",
    triggers: [on(documentsIssued)],
    retries: 3,
    concurrency: { key: "event.data.organization_id", limit: 2 },
  },
  ({ event, step }) =>
    step.run("charge", async () => {
      const { organization_id, document_ids: invoice_ids } = event.data;
      const caller = await systemCallerIn(organization_id, "Charges");
      const { settled, skipped } = await charge(caller, { invoice_ids, origin: "renewal", is_automatic: true });
      return { settled: settled.length, skipped: skipped.length };
    }),
);

/** Charges invoices that somebody or something asked for, such as a retry. */
export const chargeDue = inngest.createFunction(
  {
    id: "charge-due",
    name: "Charge invoices that are due",
    triggers: [on(chargesDue)],
    retries: 3,
    concurrency: { key: "event.data.organization_id", limit: 2 },
  },
  ({ event, step }) =>
    step.run("charge", async () => {
      const { organization_id, invoice_ids, origin } = event.data;
      const { settled, skipped } = await charge(await systemCallerIn(organization_id, "Charges"), {
        invoice_ids,
        origin,
      });
      return { settled: settled.length, skipped: skipped.length };
    }),
);

/** Asks the gateway for a refund as soon as it was decided. */
export const sendRefunds = inngest.createFunction(
  {
    id: "send-refunds",
    name: "Send refunds to the gateway",
    triggers: [on(paymentRefunded)],
    retries: 3,
    concurrency: { key: "event.data.organization_id", limit: 1 },
  },
  ({ event, step }) =>
    step.run("send", async () => sweepRefunds(await systemCallerIn(event.data.organization_id, "Refunds"))),
);

/** Batches of one run. The rest continues in a new one. */
const maxBatches = 40;

/** K1: processes what vendors reported. One run at a time per gateway, so that each object is read once. */
export const processGatewayEvents = inngest.createFunction(
  {
    id: "process-gateway-events",
    name: "Process events of payment gateways",
    triggers: [on(gatewayEventReceived)],
    retries: 3,
    concurrency: { key: "event.data.gateway_id", limit: 1 },
  },
  async ({ event, step }) => {
    const { organization_id, gateway_id } = event.data;
    for (let batch = 1; batch <= maxBatches; batch++) {
      const { has_more } = await step.run(`batch-${batch}`, async () =>
        processEvents(await systemCallerIn(organization_id, "Gateway events"), { gateway_id }),
      );
      if (!has_more) return null;
    }
    return step.sendEvent("go-on", { name: gatewayEventReceived.name, data: { organization_id, gateway_id } });
  },
);
