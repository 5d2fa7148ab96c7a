import { inngest } from "@/inngest/client";
import { pruneIdentity, pruneOrganization } from "@/lib/domain/platform/retention";
import { systemClock } from "@/lib/kernel/clock";
import { inEachOrganization } from "./each-organization";

/** Deletes expired records: used credentials, old idempotency keys, sent events. */
export const pruneOldRecords = inngest.createFunction(
  {
    id: "prune-old-records",
    name: "Delete expired records",
    triggers: [{ cron: "17 3 * * *" }],
    retries: 3,
    concurrency: 1,
  },
  async ({ step }) => {
    await step.run("identity", () => pruneIdentity(systemClock));
    return inEachOrganization(step, "prune", (organization) => pruneOrganization(organization.id, systemClock));
  },
);
