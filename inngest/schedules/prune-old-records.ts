import { inngest } from "@/inngest/client";
import { pruneIdentity, pruneOrganization } from "@/lib/domain/platform/retention";
import { systemClock } from "@/lib/kernel/clock";
import { inEachOrganization } from "./each-organization";

/** What nobody may use or needs to read again: spent credentials, yesterday's idempotency keys, events that have gone out. */
export const pruneOldRecords = inngest.createFunction(
  {
    id: "prune-old-records",
    name: "Remove what has expired",
    triggers: [{ cron: "17 3 * * *" }],
    retries: 3,
    concurrency: 1,
  },
  async ({ step }) => {
    await step.run("identity", () => pruneIdentity(systemClock));
    return inEachOrganization(step, "prune", (organization) => pruneOrganization(organization.id, systemClock));
  },
);
