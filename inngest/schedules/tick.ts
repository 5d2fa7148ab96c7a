import { inngest } from "@/inngest/client";
import { claimDueRuns } from "@/lib/domain/platform/schedules";
import { systemCaller } from "@/lib/kernel/caller";
import { inEachOrganization } from "./each-organization";

/** Asks in every organization where it is time for what. Which days are due follows from what has run, not from this tick. */
export const tick = inngest.createFunction(
  {
    id: "tick",
    name: "Look what is due",
    triggers: [{ cron: "*/5 * * * *" }],
    retries: 2,
    concurrency: 1,
  },
  ({ step }) =>
    inEachOrganization(step, "claim", (organization) => claimDueRuns(systemCaller("Schedules", organization), {})),
);
