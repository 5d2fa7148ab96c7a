import { type SQL, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import { isoInstant } from "@/db/schema";
import * as contracts from "@/lib/contracts/platform/jobs";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { nextTick, parseCron } from "@/lib/values/cron";
import { openAllJobs } from "./open-all-jobs";

type Summary = z.input<typeof contracts.listJobSummaries.output>["data"][number];
type Row = Omit<Summary, "next_run_at">;
type Timers = Map<string, { name: string; crons: string[] }>;

/** The runs of each job by which its success is judged. Also bounds the cost: it does not grow with the runs that are stored. */
const recentRuns = 100;

export const listJobSummaries = operation(contracts.listJobSummaries, async (ctx) => {
  const { rows } = await ctx.db.execute<Row>(summaries(ctx.organization_id));
  return { data: ordered(rows.map((row) => toSummary(row, new Map(), ctx.now))) };
});

export const listPlatformJobSummaries = withoutOrganization(
  operation(contracts.listPlatformJobSummaries, async (ctx, { organization_id }) => {
    await openAllJobs(ctx.db, ctx.caller);
    const { rows } = await ctx.db.execute<Row>(summaries(organization_id ?? null));
    const timers = organization_id ? new Map() : await readTimers(ctx);
    const known = new Set(rows.map(({ function_id }) => function_id));
    const neverRun = [...timers].filter(([id]) => !known.has(id)).map(([id, { name }]) => withoutRuns(id, name));
    return { data: ordered([...rows, ...neverRun].map((row) => toSummary(row, timers, ctx.now))) };
  }),
);

/**
 * One row for each function: the ids by a loose scan of an index, and the rest from the newest entries of the same index. `null`: all
 * organizations and the installation.
 */
function summaries(organization_id: string | null): SQL {
  const own = organization_id === null ? sql`true` : sql`organization_id = ${organization_id}::uuid`;
  return sql`
    with recursive functions as (
      (select function_id from job_runs where ${own} order by function_id limit 1)
      union all
      select (select r.function_id from job_runs r where ${own} and r.function_id > f.function_id order by r.function_id limit 1)
      from functions f where f.function_id is not null
    )
    select f.function_id, last.function_name,
      json_build_object('id', last.id, 'state', last.state, 'failure', last.failure, 'created_at', last.created_at) as last_run,
      json_build_object('completed', recent.completed, 'failed', recent.failed, 'idle', recent.idle) as recent,
      open.runs as to_look_at
    from functions f
    cross join lateral (
      select id, function_name, state, failure, created_at from job_runs
      where ${own} and function_id = f.function_id order by created_at desc, id desc limit 1
    ) last
    cross join lateral (
      select count(*) filter (where state = 'completed')::int as completed, count(*) filter (where state = 'failed')::int as failed,
        count(*) filter (where is_idle)::int as idle
      from (
        select state, is_idle from job_runs where ${own} and function_id = f.function_id
        order by created_at desc, id desc limit ${recentRuns}
      ) newest
    ) recent
    cross join lateral (
      select count(*)::int as runs from job_runs r
      where ${own} and r.function_id = f.function_id and r.state = 'failed'
        and not exists (select from job_runs again where again.retried_run_id = r.id)
    ) open`;
}

/** What the running processes have announced, with the expressions of their timers. */
async function readTimers({ db }: Ctx): Promise<Timers> {
  const { rows } = await db.execute<{ id: string; name: string | null; crons: string[] }>(sql`
    select id, description ->> 'name' as name, array(
        select t ->> 'cron' from json_array_elements(description -> 'triggers') t where t ->> 'cron' is not null
      ) as crons
    from job_functions`);
  return new Map(rows.map(({ id, name, crons }) => [id, { name: name ?? id, crons }]));
}

const withoutRuns = (function_id: string, function_name: string): Row => ({
  function_id,
  function_name,
  last_run: null,
  recent: { completed: 0, failed: 0, idle: 0 },
  to_look_at: 0,
});

function toSummary(row: Row, timers: Timers, now: Temporal.Instant): Summary {
  const ticks = (timers.get(row.function_id)?.crons ?? [])
    .flatMap((expression) => nextTick(parseCron(expression), now) ?? [])
    .sort(Temporal.Instant.compare);
  return {
    ...row,
    last_run: row.last_run && { ...row.last_run, created_at: isoInstant(row.last_run.created_at) },
    next_run_at: ticks[0]?.toString() ?? null,
  };
}

/** The ones with failures to look at first, then by name. */
const ordered = (rows: Summary[]): Summary[] =>
  rows.sort((a, b) => b.to_look_at - a.to_look_at || a.function_name.localeCompare(b.function_name, "en"));
