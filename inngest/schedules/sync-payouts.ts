import { inngest } from "@/inngest/client";
import { syncAllPayouts } from "@/lib/domain/gateways/payouts";
import { systemCaller } from "@/lib/kernel/caller";
import { inEachOrganization } from "./each-organization";

/** Reads what gateways have paid out, where their events did not come, and looks again for what did not match. */
export const syncPayouts = inngest.createFunction(
  {
    id: "sync-payouts",
    name: "Read the payouts of payment gateways",
    triggers: [{ cron: "17 */6 * * *" }],
    retries: 2,
    concurrency: 1,
  },
  ({ step }) =>
    inEachOrganization(step, "payouts", (organization) => syncAllPayouts(systemCaller("Payouts", organization))),
);
