import { and, eq, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { jobQueue, jobRuns, jobSteps } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/platform/jobs";
import { notFound, Problem } from "@/lib/kernel/errors";
import { notifyExecutors } from "@/lib/kernel/jobs";
import { operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { openAllJobs } from "./open-all-jobs";
import { runColumns } from "./run-rows";

/** The failed run is not changed. The new run starts with its completed steps, so that their effects do not happen twice. */
export const retryJobRun = withoutOrganization(
  operation(
    contracts.retryJobRun,
    async ({ db, caller, audit, now }, { id }) => {
      await openAllJobs(db, caller);
      const [failed] = await db.select().from(jobRuns).where(eq(jobRuns.id, id)).for("update");
      if (!failed) throw notFound();
      if (failed.state !== "failed") throw new Problem("conflict", "Only a failed run can be retried.");
      const idempotency_key = `retry:${id}`;
      const at = now.toString();
      const [created] = await db
        .insert(jobRuns)
        .values({
          id: newId(),
          organization_id: failed.organization_id,
          function_id: failed.function_id,
          function_name: failed.function_name,
          event_id: failed.event_id,
          event_name: failed.event_name,
          idempotency_key,
          state: "queued",
          concurrency: failed.concurrency,
          max_attempts: failed.max_attempts,
          retried_run_id: id,
          created_at: at,
        })
        .onConflictDoNothing()
        .returning({ id: jobRuns.id });
      if (created) await enqueue(db, failed, created.id, at);
      const [run] = await db
        .select(runColumns)
        .from(jobRuns)
        .where(and(eq(jobRuns.function_id, failed.function_id), eq(jobRuns.idempotency_key, idempotency_key)));
      if (!run) throw new Error("The insert must return the new run");
      audit({ target_type: "job_run", target_id: run.id, after: { retried_run_id: id, function_id: run.function_id } });
      return run;
    },
    { afterCommit: () => notifyExecutors("work") },
  ),
);

async function enqueue(db: Database, failed: typeof jobRuns.$inferSelect, run_id: string, at: string): Promise<void> {
  await db.execute(sql`
    insert into ${jobSteps} (run_id, id, organization_id, name, kind, state, position, data, created_at, finished_at)
    select ${run_id}, id, organization_id, name, kind, state, position, data, created_at, finished_at
    from ${jobSteps} where run_id = ${failed.id} and state = 'completed'`);
  await db
    .insert(jobQueue)
    .values({ run_id, function_id: failed.function_id, concurrency: failed.concurrency, run_at: at });
}
