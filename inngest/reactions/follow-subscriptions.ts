import { inngest } from "@/inngest/client";
import { on } from "@/inngest/events";
import { documentsIssued } from "@/lib/domain/billing/events";
import { followSubscriptions, matchIssued } from "@/lib/domain/gateways/subscriptions";
import {
  cancellationWithdrawn,
  freezeChanged,
  membershipCancelled,
  membershipFrozen,
  membershipTransferred,
  payerChanged,
  planChanged,
  planChangeUndone,
} from "@/lib/domain/memberships/events";
import { systemCallerIn } from "./system-caller-in";

/** K24: tells the gateway what changed of a membership that it bills. What this misses, `sweep-gateways` finds. */
export const followMembership = inngest.createFunction(
  {
    id: "follow-membership-at-gateway",
    name: "Tell gateways what changed of memberships that they bill",
    triggers: [
      on(membershipCancelled),
      on(cancellationWithdrawn),
      on(membershipFrozen),
      on(freezeChanged),
      on(planChanged),
      on(planChangeUndone),
      on(payerChanged),
      on(membershipTransferred),
    ],
    retries: 3,
    concurrency: { key: "event.data.organization_id", limit: 2 },
  },
  ({ event, step }) =>
    step.run("follow", async () => {
      const { organization_id, membership_id } = event.data;
      return followSubscriptions(await systemCallerIn(organization_id, "Subscriptions"), { membership_id });
    }),
);

/** Books what the gateway collected before our invoice was issued. */
export const matchGatewayBills = inngest.createFunction(
  {
    id: "match-gateway-bills",
    name: "Match bills of gateways with issued invoices",
    triggers: [on(documentsIssued)],
    retries: 3,
    concurrency: { key: "event.data.organization_id", limit: 2 },
  },
  ({ event, step }) =>
    step.run("match", async () => {
      const { organization_id, document_ids } = event.data;
      return matchIssued(await systemCallerIn(organization_id, "Subscriptions"), { document_ids });
    }),
);
