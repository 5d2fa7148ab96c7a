import type { PoolClient } from "pg";
import { Temporal } from "temporal-polyfill";
import { newId } from "@/db/id";
import { endOfWait } from "@/inngest/embedded/duration";
import { tryEvaluate } from "@/inngest/embedded/expression";
import type { Failure } from "@/inngest/embedded/failure-text";
import type { JobFunction } from "@/inngest/embedded/registration";
import { limitsFor } from "@/inngest/embedded/registration";
import { storableJson } from "@/lib/values/storable-text";
import { endRuns } from "./end-runs";
import type { JobEvent } from "./run";

export type NewRun = {
  id: string;
  organization_id: string | null;
  function_id: string;
  function_name: string;
  event_id: string;
  event_name: string;
  idempotency_key: string | null;
  concurrency: { key: string; limit: number }[];
  max_attempts: number;
  parent_run_id: string | null;
  parent_step_id: string | null;
  run_at: string;
  cancel: { event_name: string; expression: string | null; expires_at: string | null }[];
  /** The run fails immediately: a condition or a key cannot be evaluated for its event. */
  failure: Failure | null;
};

type RunOptions = {
  failure?: Failure | null;
  organization_id: string | null;
  idempotency_key: string | null;
  now: string;
  run_at?: string;
  parent?: { run_id: string; step_id: string };
};

export function newRun(
  fn: JobFunction,
  event: JobEvent,
  { organization_id, idempotency_key, now, run_at, parent, failure }: RunOptions,
): NewRun {
  const instant = Temporal.Instant.from(now);
  const limits = tryEvaluate(() => limitsFor(fn, event));
  return {
    id: newId(),
    organization_id,
    function_id: fn.id,
    function_name: fn.name,
    event_id: event.id,
    event_name: event.name,
    idempotency_key,
    concurrency: "value" in limits ? limits.value : [],
    max_attempts: fn.max_attempts,
    parent_run_id: parent?.run_id ?? null,
    parent_step_id: parent?.step_id ?? null,
    run_at: run_at ?? now,
    cancel: fn.cancel.map((one) => ({
      event_name: one.event,
      expression: one.if ?? null,
      expires_at: one.timeout ? endOfWait(one.timeout, instant).toString() : null,
    })),
    failure: failure ?? ("failure" in limits ? limits.failure : null),
  };
}

/** Inserts runs, their first queue items and their cancellation waits in one statement. Skips duplicate idempotency keys. */
export async function insertRuns(client: PoolClient, runs: NewRun[], now: string): Promise<number> {
  if (runs.length === 0) return 0;
  const { rowCount } = await client.query(
    `with wanted as (select * from json_to_recordset($1::json) as r (id uuid, organization_id uuid, function_id text,
        function_name text, event_id text, event_name text, idempotency_key text, concurrency json, max_attempts int,
        parent_run_id uuid, parent_step_id text, run_at timestamptz, cancel json)),
      added as (insert into job_runs (id, organization_id, function_id, function_name, event_id, event_name, idempotency_key,
        state, concurrency, max_attempts, parent_run_id, parent_step_id, created_at)
        select id, organization_id, function_id, function_name, event_id, event_name, idempotency_key, 'queued', concurrency,
          max_attempts, parent_run_id, parent_step_id, $2 from wanted
        on conflict (function_id, idempotency_key) do nothing returning id),
      cancelling as (insert into job_waits (id, run_id, event_name, expression, created_at, expires_at)
        select gen_random_uuid(), added.id, c.event_name, c.expression, $2, c.expires_at
        from added join wanted on wanted.id = added.id,
          json_to_recordset(wanted.cancel) as c (event_name text, expression text, expires_at timestamptz))
    insert into job_queue (run_id, function_id, concurrency, run_at)
      select added.id, wanted.function_id, wanted.concurrency, wanted.run_at
      from added join wanted on wanted.id = added.id order by wanted.run_at, wanted.id`,
    [storableJson(runs), now],
  );
  for (const { id, failure } of runs) {
    if (failure) await endRuns(client, [id], { state: "failed", failure, parent_failure: failure, now });
  }
  return rowCount ?? 0;
}
