import { inngest } from "@/inngest/client";
import { on } from "@/inngest/events";
import { withSandbox } from "@/lib/domain/gateways/connections";
import { sandboxReported } from "@/lib/domain/gateways/events";
import { deliverSandboxEvents } from "@/lib/domain/gateways/sandbox";
import { receiveGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { findOrganizationCard } from "@/lib/domain/organization";
import { systemClock } from "@/lib/kernel/clock";
import { inEachOrganization } from "./each-organization";

/** What takes the events of the sandbox: the same as for a vendor's request over the network. */
const receive = receiveGatewayEvents("sandbox");

/** Each minute, for what the clock brings about and what was delivered late. */
export const deliverAllSandboxEvents = inngest.createFunction(
  {
    id: "deliver-sandbox-events",
    name: "Deliver the events of the payment sandbox",
    triggers: [{ cron: "* * * * *" }],
    retries: 2,
    concurrency: 1,
  },
  ({ step }) =>
    inEachOrganization(
      step,
      "deliver",
      (organization) => deliverSandboxEvents({ organization, clock: systemClock, receive }),
      { only: withSandbox },
    ),
);

/** Soon after the sandbox has acted. */
export const deliverNewSandboxEvents = inngest.createFunction(
  {
    id: "deliver-new-sandbox-events",
    name: "Deliver new events of the payment sandbox",
    triggers: [on(sandboxReported)],
    retries: 2,
    concurrency: { key: "event.data.gateway_id", limit: 1 },
  },
  ({ event, step }) =>
    step.run("deliver", async () => {
      const organization = await findOrganizationCard({ id: event.data.organization_id });
      return organization ? deliverSandboxEvents({ organization, clock: systemClock, receive }) : null;
    }),
);
