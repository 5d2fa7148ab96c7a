import { max } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { jobFunctions } from "@/db/schema";
import * as contracts from "@/lib/contracts/platform/jobs";
import { usesEmbeddedExecutor } from "@/lib/kernel/env";
import { jobsProblem } from "@/lib/kernel/jobs";
import { operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { openAllJobs } from "./open-all-jobs";

/** Processes report every minute. */
const silentAfterMinutes = 5;

/** Inngest has its own dashboard, so it is not queried. */
export const getJobExecutor = withoutOrganization(
  operation(contracts.getJobExecutor, async ({ db, caller, now }) => {
    await openAllJobs(db, caller);
    if (!usesEmbeddedExecutor()) return { runs_in: "inngest" as const, is_running: true, seen_at: null, fault: null };
    const [row] = await db.select({ seen_at: max(jobFunctions.seen_at) }).from(jobFunctions);
    const seen_at = row?.seen_at ?? null;
    const is_running =
      seen_at !== null && now.since(Temporal.Instant.from(seen_at)).total("minutes") < silentAfterMinutes;
    return { runs_in: "server" as const, is_running, seen_at, fault: jobsProblem() };
  }),
);
