import { inngest } from "@/inngest/client";
import { advanceDunning as advance } from "@/lib/domain/dunning";
import { withFailedPayments } from "@/lib/domain/gateways/connections";
import { systemCaller } from "@/lib/kernel/caller";
import { inEachOrganization } from "./each-organization";

/** Makes the tries of failed payments that are due, and what follows from what is still unpaid. */
export const advanceDunning = inngest.createFunction(
  {
    id: "advance-dunning",
    name: "Try failed payments again",
    triggers: [{ cron: "*/5 * * * *" }],
    retries: 2,
    concurrency: 1,
  },
  ({ step }) =>
    inEachOrganization(step, "advance", (organization) => advance(systemCaller("Failed payments", organization)), {
      only: withFailedPayments,
    }),
);
