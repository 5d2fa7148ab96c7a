import { inngest } from "@/inngest/client";
import { chargeWaiting as charge, sweepAttempts } from "@/lib/domain/gateways/attempts";
import { withGateways, withGatewayWork } from "@/lib/domain/gateways/connections";
import { sweepDisputes } from "@/lib/domain/gateways/disputes";
import { detachMethods, sweepSetups } from "@/lib/domain/gateways/methods";
import { sweepRefunds } from "@/lib/domain/gateways/refunds";
import { followSubscriptions } from "@/lib/domain/gateways/subscriptions";
import { processWaitingEvents } from "@/lib/domain/gateways/webhooks";
import { systemCaller } from "@/lib/kernel/caller";
import { inEachOrganization } from "./each-organization";

/**
 * Settles with the gateways what a lost answer, a crash or a slow bank left open: charges, refunds, methods, events, disputes and subscriptions.
 */
export const sweepGateways = inngest.createFunction(
  {
    id: "sweep-gateways",
    name: "Settle what gateways have not answered",
    triggers: [{ cron: "* * * * *" }],
    retries: 2,
    concurrency: 1,
  },
  ({ step }) =>
    inEachOrganization(
      step,
      "sweep",
      async (organization) => {
        const caller = systemCaller("Gateways", organization);
        const { settled: charges } = await sweepAttempts(caller);
        const { settled: refunds } = await sweepRefunds(caller);
        const { settled: setups } = await sweepSetups(caller);
        const { detached } = await detachMethods(caller);
        const { gateways } = await processWaitingEvents(caller);
        const { read: disputes } = await sweepDisputes(caller);
        const subscriptions = await followSubscriptions(caller);
        return { charges, refunds, setups, detached, gateways, disputes, subscriptions };
      },
      { only: withGatewayWork },
    ),
);

/** Charges invoices that should have been charged when they were issued. */
export const chargeWaiting = inngest.createFunction(
  {
    id: "charge-waiting",
    name: "Charge invoices that were left uncharged",
    triggers: [{ cron: "*/10 * * * *" }],
    retries: 2,
    concurrency: 1,
  },
  ({ step }) =>
    inEachOrganization(step, "charge", (organization) => charge(systemCaller("Charges", organization)), {
      only: withGateways,
    }),
);
