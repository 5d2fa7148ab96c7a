import type { PoolClient } from "pg";
import { executorQuery, inExecutor } from "@/db/tenancy";
import type { Failure, FailureRecord } from "@/inngest/embedded/failure-text";
import { completeStep, lockRun, type StepResult } from "./complete-step";
import type { Item } from "./item";
import type { Run } from "./run";

/** Clears the thrown error of a failed run after its last handler has ended. */
const clearThrown = (ended: string) => `update job_events e set thrown = null
  from job_runs r where r.id in (${ended}) and e.id = r.event_id and e.thrown is not null
    and not exists (select from job_runs other where other.event_id = e.id and other.finished_at is null
      and other.id not in (${ended}))`;

/** Ends a run: deletes its queue items, its waits and the thrown errors of its steps. */
const finishSql = `with held as (delete from job_queue where id = $1 and token = $2 returning run_id),
    others as (delete from job_queue q using held where q.run_id = held.run_id and q.id <> $1),
    waits as (delete from job_waits w using held where w.run_id = held.run_id),
    thrown as (update job_steps s set thrown = null from held where s.run_id = held.run_id and s.thrown is not null),
    cleared as (${clearThrown("select run_id from held")})
  update job_runs r set state = $3, output = $4, failure = $5, finished_at = $6, is_idle = $7 from held
  where r.id = held.run_id returning r.parent_run_id, r.parent_step_id`;

/** `acted` of `eachOrganization()`. Decided here, because PostgreSQL refuses to look into a json with invalid text. */
const foundNothing = (output: unknown): boolean =>
  typeof output === "object" && output !== null && "acted" in output && output.acted === 0;

type Parent = { parent_run_id: string | null; parent_step_id: string | null };

export async function completeRun(item: Item, run: Run, output: unknown, now: string): Promise<void> {
  const values = [item.id, item.token, "completed", JSON.stringify(output ?? null), null, now, foundNothing(output)];
  if (!run.parent_run_id) return void (await executorQuery(finishSql, values));
  await inExecutor(async (_db, client) => {
    const { rows } = await client.query<Parent>(finishSql, values);
    await completeParentStep(client, rows[0], { data: output }, now);
  });
}

/** `event` triggers the failure handler and is stored in the same transaction. Null without a handler. */
export function failRun(
  item: Item,
  { failure, thrown }: FailureRecord,
  event: { id: string; organization_id: string | null; data: Record<string, unknown> } | null,
  now: string,
): Promise<void> {
  return inExecutor(async (_db, client) => {
    const values = [item.id, item.token, "failed", null, JSON.stringify(failure), now, false];
    const { rows } = await client.query<Parent>(finishSql, values);
    if (rows.length === 0) return;
    if (event) {
      await client.query(
        `insert into job_events (id, organization_id, name, data, occurred_at, created_at, thrown)
         values ($1, $2, 'inngest/function.failed', $3, $4, $4, $5) on conflict (id) do nothing`,
        [event.id, event.organization_id, JSON.stringify(event.data), now, thrown ? JSON.stringify(thrown) : null],
      );
    }
    await completeParentStep(client, rows[0], thrown ? { failure, thrown } : { failure }, now);
  });
}

async function completeParentStep(
  client: PoolClient,
  parent: Parent | undefined,
  result: StepResult,
  now: string,
): Promise<void> {
  const { parent_run_id: run_id, parent_step_id: step_id } = parent ?? {};
  if (!run_id || !step_id || !(await lockRun(client, run_id))) return;
  // Deletes the timeout of the wait.
  await client.query("delete from job_queue where run_id = $1 and step_id = $2", [run_id, step_id]);
  await completeStep(client, { run_id, step_id, now }, result);
}

const failed = "inngest/function.failed";
const eventOf = `json_build_object('id', e.id, 'name', e.name, 'data', e.data,
  'ts', floor(extract(epoch from e.occurred_at) * 1000)::bigint)`;

type End = { state: "cancelled" | "failed"; failure: Failure | null; parent_failure: Failure; now: string };

/**
 * Ends runs from outside of their items; an item in flight loses its lease. Parents get `parent_failure`. Starts the failure handlers
 * of failed runs.
 */
export async function endRuns(
  client: PoolClient,
  run_ids: string[],
  { state, failure, parent_failure, now }: End,
): Promise<void> {
  if (run_ids.length === 0) return;
  const { rows } = await client.query<Parent>(
    `with ended as (update job_runs set state = $3, failure = $4, finished_at = $2
        where id = any($1::uuid[]) and finished_at is null returning id, parent_run_id, parent_step_id),
      work as (delete from job_queue q using ended where q.run_id = ended.id),
      waits as (delete from job_waits w using ended where w.run_id = ended.id),
      thrown as (update job_steps s set thrown = null from ended where s.run_id = ended.id and s.thrown is not null),
      cleared as (${clearThrown("select id from ended")}),
      failed as (insert into job_events (id, organization_id, name, data, occurred_at, created_at)
        select 'failed:' || r.id, r.organization_id, '${failed}', json_build_object('function_id', r.function_id, 'run_id', r.id,
          'error', json_build_object('name', $4::json->>'name', 'message', $4::json->>'message', 'stack', ''),
          'event', ${eventOf}, 'events', json_build_array(${eventOf})), $2, $2
        from ended join job_runs r on r.id = ended.id join job_events e on e.id = r.event_id
        where $3 = 'failed' and not starts_with(e.name, '${failed}')
          and exists (select from job_functions f where '${failed}' = any(f.events))
        on conflict (id) do nothing)
    select parent_run_id, parent_step_id from ended`,
    [run_ids, now, state, failure && JSON.stringify(failure)],
  );
  for (const parent of rows) await completeParentStep(client, parent, { failure: parent_failure }, now);
}
