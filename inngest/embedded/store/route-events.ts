import type { PoolClient } from "pg";
import { inExecutor } from "@/db/tenancy";
import { holds, keyOf, tryEvaluate } from "@/inngest/embedded/expression";
import type { Failure } from "@/inngest/embedded/failure-text";
import { isTriggered, type JobFunction } from "@/inngest/embedded/registration";
import { completeStep, lockRun } from "./complete-step";
import { endRuns } from "./end-runs";
import { knownFunctions } from "./functions";
import { insertRuns, type NewRun, newRun } from "./new-runs";
import type { JobEvent } from "./run";

const batchSize = 200;

type PendingEvent = JobEvent & { organization_id: string | null; not_before: string | null };

const cancelled = { name: "NonRetriableError", message: "The invoked run was cancelled" };

/**
 * Starts, resumes and cancels runs for the pending events, oldest first. Uses the functions of all processes, because during a
 * deployment an old process may route events for a new one. Returns the number of events.
 */
export function routeEvents(now: string): Promise<number> {
  return inExecutor(async (_db, client) => {
    const { functions, unread } = await knownFunctions(client);
    const { rows } = await client.query<PendingEvent>(
      `select id, organization_id, name, data, floor(extract(epoch from occurred_at) * 1000)::float8 as ts,
         case when occurred_at > created_at then to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end
           as not_before
       from job_events where routed_at is null and name <> all($2) order by created_at, id limit $1 for update skip locked`,
      [batchSize, unread],
    );
    if (rows.length === 0) return 0;
    await start(client, functions, rows, now);
    await wake(client, rows, now);
    await client.query("update job_events set routed_at = $2 where id = any($1)", [rows.map(({ id }) => id), now]);
    return rows.length;
  });
}

async function start(client: PoolClient, functions: readonly JobFunction[], events: PendingEvent[], now: string) {
  const runs = events.flatMap((event) =>
    functions.flatMap((fn) => {
      const matched = tryEvaluate(() => isTriggered(fn, event));
      // A condition that cannot be evaluated becomes visible as a failed run.
      if ("failure" in matched) return [runFor(fn, event, now, matched.failure)];
      return matched.value ? [runFor(fn, event, now)] : [];
    }),
  );
  await clearExpiredKeys(client, functions, runs, now);
  await insertRuns(client, runs, now);
}

/** An event with a future timestamp starts its runs at that time. */
function runFor(
  fn: JobFunction,
  { organization_id, not_before, ...event }: PendingEvent,
  now: string,
  failure: Failure | null = null,
): NewRun {
  const { idempotency } = fn;
  const key = idempotency && !failure ? tryEvaluate(() => keyOf(idempotency, { event })) : null;
  return newRun(fn, event, {
    organization_id,
    idempotency_key: key && "value" in key ? `key:${key.value}` : `event:${event.id}`,
    now,
    run_at: not_before ?? now,
    failure: key && "failure" in key ? key.failure : failure,
  });
}

/** Idempotency keys of functions expire after a day, as with Inngest. Event ids never expire. */
async function clearExpiredKeys(client: PoolClient, functions: readonly JobFunction[], runs: NewRun[], now: string) {
  const own = new Set(functions.filter(({ idempotency }) => idempotency).map(({ id }) => id));
  const keyed = runs.filter(({ function_id }) => own.has(function_id));
  if (keyed.length === 0) return;
  await client.query(
    `update job_runs r set idempotency_key = null from unnest($1::text[], $2::text[]) as k (function_id, idempotency_key)
     where r.function_id = k.function_id and r.idempotency_key = k.idempotency_key
       and r.created_at < $3::timestamptz - interval '24 hours'`,
    [keyed.map(({ function_id }) => function_id), keyed.map(({ idempotency_key }) => idempotency_key), now],
  );
}

type Wait = {
  id: string;
  run_id: string;
  step_id: string | null;
  event_name: string;
  expression: string | null;
  event: JobEvent;
};

type Match = { wait: Wait; event: PendingEvent; failure: Failure | null };

async function wake(client: PoolClient, events: PendingEvent[], now: string): Promise<void> {
  const names = [...new Set(events.map(({ name }) => name))];
  const { rows: waits } = await client.query<Wait>(
    `select w.id, w.run_id, w.step_id, w.event_name, w.expression,
       json_build_object('id', e.id, 'name', e.name, 'data', e.data) as event
     from job_waits w join job_runs r on r.id = w.run_id join job_events e on e.id = r.event_id
     where w.event_name = any($1) and (w.expires_at is null or w.expires_at > $2) order by w.run_id, w.id`,
    [names, now],
  );
  const matches = waits.flatMap((wait): Match[] => {
    // Only events after the run's own event can match.
    const later = events.slice(events.findIndex(({ id }) => id === wait.event.id) + 1);
    for (const event of later) {
      if (event.name !== wait.event_name) continue;
      const matched = tryEvaluate(() => holds(wait.expression, { event: wait.event, async: event }));
      if ("failure" in matched) return [{ wait, event, failure: matched.failure }];
      if (matched.value) return [{ wait, event, failure: null }];
    }
    return [];
  });
  for (const { wait, failure } of matches) {
    if (failure) await endRuns(client, [wait.run_id], { state: "failed", failure, parent_failure: failure, now });
  }
  const met = matches.filter(({ failure }) => !failure);
  const ended = met.filter(({ wait }) => wait.step_id === null).map(({ wait }) => wait.run_id);
  await endRuns(client, ended, { state: "cancelled", failure: null, parent_failure: cancelled, now });
  for (const { wait, event } of met) if (wait.step_id !== null) await resume(client, wait, event, now);
}

async function resume(
  client: PoolClient,
  { id, run_id, step_id }: Wait,
  event: PendingEvent,
  now: string,
): Promise<void> {
  if (!step_id || !(await lockRun(client, run_id))) return;
  const { rowCount } = await client.query("delete from job_waits where id = $1", [id]);
  if (rowCount !== 1) return;
  await client.query("delete from job_queue where run_id = $1 and step_id = $2", [run_id, step_id]);
  const { id: event_id, name, ts } = event;
  const data = { id: event_id, name, data: event.data, ts };
  await completeStep(client, { run_id, step_id, now }, { data });
}
