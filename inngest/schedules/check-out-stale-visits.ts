import { inngest } from "@/inngest/client";
import { closeStaleVisits } from "@/lib/domain/access/check-ins";
import { inEachOrganization } from "./each-organization";

/** I12: visits end at the time that was set for them, whether or not anybody scans at the door. */
export const checkOutStaleVisits = inngest.createFunction(
  {
    id: "check-out-stale-visits",
    name: "Automatic check-out",
    triggers: [{ cron: "* * * * *" }],
    retries: 2,
    concurrency: 1,
  },
  ({ step }) => inEachOrganization(step, "check-out", (organization) => closeStaleVisits(organization)),
);
