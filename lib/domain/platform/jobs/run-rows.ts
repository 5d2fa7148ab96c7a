import { and, asc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { jobEvents, jobRuns, jobSteps } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { notFound } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";

export const runColumns = {
  id: jobRuns.id,
  function_id: jobRuns.function_id,
  function_name: jobRuns.function_name,
  event_name: jobRuns.event_name,
  organization_id: jobRuns.organization_id,
  state: jobRuns.state,
  failure: jobRuns.failure,
  retried_run_id: jobRuns.retried_run_id,
  created_at: jobRuns.created_at,
  started_at: jobRuns.started_at,
  finished_at: jobRuns.finished_at,
};

type Filters = {
  function_id?: string | undefined;
  state?: (typeof jobRuns.$inferSelect)["state"] | undefined;
  with_idle?: boolean | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
};

export function matching({ function_id, state, with_idle = true, from, to, cursor }: Filters): SQL | undefined {
  return and(
    function_id ? eq(jobRuns.function_id, function_id) : undefined,
    state ? eq(jobRuns.state, state) : undefined,
    with_idle ? undefined : sql`not ${jobRuns.is_idle}`,
    from ? gte(jobRuns.created_at, from) : undefined,
    to ? lt(jobRuns.created_at, to) : undefined,
    runsNewestFirst(cursor).after,
  );
}

export const runsNewestFirst = (cursor?: string) => newestFirst(jobRuns.created_at, jobRuns.id, cursor);

/** The run, if `where` matches it, with its event and steps. */
export async function runDetails(db: Database, id: string, where?: SQL) {
  const [run] = await db
    .select({
      ...runColumns,
      failed_attempts: jobRuns.failures,
      event: { id: jobEvents.id, name: jobEvents.name, data: jobEvents.data, occurred_at: jobEvents.occurred_at },
    })
    .from(jobRuns)
    .innerJoin(jobEvents, eq(jobEvents.id, jobRuns.event_id))
    .where(and(eq(jobRuns.id, id), where));
  if (!run) throw notFound();
  const steps = await db
    .select({
      id: jobSteps.id,
      name: jobSteps.name,
      kind: jobSteps.kind,
      state: jobSteps.state,
      failure: jobSteps.failure,
      failed_attempts: jobSteps.failures,
      created_at: jobSteps.created_at,
      finished_at: jobSteps.finished_at,
    })
    .from(jobSteps)
    .where(eq(jobSteps.run_id, id))
    .orderBy(sql`${jobSteps.position} nulls last`, asc(jobSteps.created_at));
  return { ...run, event: { ...run.event, data: withoutOriginalEvent(run.event.data) }, steps };
}

/** Omits the original event that a failure event repeats. */
function withoutOriginalEvent(data: Record<string, unknown>): Record<string, unknown> {
  const { event: _event, events: _events, ...rest } = data;
  return rest;
}
