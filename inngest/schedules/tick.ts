import { inngest } from "@/inngest/client";
import { startDueScheduleRuns } from "@/lib/domain/platform/schedules";
import { systemCaller } from "@/lib/kernel/caller";
import { inEachOrganization } from "./each-organization";

/** Starts the schedule runs that are due in each organization. Due days derive from the completed runs, not from the tick. */
export const tick = inngest.createFunction(
  {
    id: "tick",
    name: "Start due schedule runs",
    triggers: [{ cron: "*/5 * * * *" }],
    retries: 2,
    concurrency: 1,
  },
  ({ step }) =>
    inEachOrganization(step, "claim", (organization) =>
      startDueScheduleRuns(systemCaller("Schedules", organization), {}),
    ),
);
