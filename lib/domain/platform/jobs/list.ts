import { and, eq } from "drizzle-orm";
import { jobRuns, organizations } from "@/db/schema";
import * as contracts from "@/lib/contracts/platform/jobs";
import { toPage } from "@/lib/kernel/cursor";
import { operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { openAllJobs } from "./open-all-jobs";
import { matching, runColumns, runsNewestFirst } from "./run-rows";

export const listJobRuns = operation(contracts.listJobRuns, async ({ db, organization_id }, { limit, ...filters }) => {
  const rows = await db
    .select(runColumns)
    .from(jobRuns)
    .where(and(eq(jobRuns.organization_id, organization_id), matching(filters)))
    .orderBy(...runsNewestFirst().order)
    .limit(limit + 1);
  return toPage(rows, limit, (row) => [row.created_at, row.id]);
});

export const listPlatformJobRuns = withoutOrganization(
  operation(contracts.listPlatformJobRuns, async ({ db, caller }, { limit, organization_id, ...filters }) => {
    await openAllJobs(db, caller);
    const rows = await db
      .select({ ...runColumns, organization_name: organizations.name })
      .from(jobRuns)
      .leftJoin(organizations, eq(organizations.id, jobRuns.organization_id))
      .where(and(organization_id ? eq(jobRuns.organization_id, organization_id) : undefined, matching(filters)))
      .orderBy(...runsNewestFirst().order)
      .limit(limit + 1);
    return toPage(rows, limit, (row) => [row.created_at, row.id]);
  }),
);
