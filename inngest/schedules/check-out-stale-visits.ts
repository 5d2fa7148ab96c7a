import { inngest } from "@/inngest/client";
import { closeStaleVisits } from "@/lib/domain/access/check-ins";
import { inEachOrganization } from "./each-organization";

/** I12: visits end at their automatic check-out time, also without further scans. */
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
