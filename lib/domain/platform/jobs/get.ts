import { eq } from "drizzle-orm";
import { jobRuns } from "@/db/schema";
import * as contracts from "@/lib/contracts/platform/jobs";
import { operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { openAllJobs } from "./open-all-jobs";
import { runDetails } from "./run-rows";

export const getJobRun = operation(contracts.getJobRun, ({ db, organization_id }, { id }) =>
  runDetails(db, id, eq(jobRuns.organization_id, organization_id)),
);

export const getPlatformJobRun = withoutOrganization(
  operation(contracts.getPlatformJobRun, async ({ db, caller }, { id }) => {
    await openAllJobs(db, caller);
    return runDetails(db, id);
  }),
);
