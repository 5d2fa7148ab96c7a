import type { PoolClient } from "pg";
import type { FailureRecord } from "@/inngest/embedded/failure-text";

export type StepResult = { data: unknown } | FailureRecord;

type StepRef = { run_id: string; step_id: string; now: string };

/** Locks the run, which serializes the completion of its steps. False if the run has ended. */
export async function lockRun(client: PoolClient, run_id: string): Promise<boolean> {
  const { rowCount } = await client.query("select from job_runs where id = $1 and finished_at is null for update", [
    run_id,
  ]);
  return rowCount === 1;
}

/** Requires the lock of the run. Completes the step, and enqueues a call of the function if no step is pending. */
export async function completeStep(
  client: PoolClient,
  { run_id, step_id, now }: StepRef,
  result: StepResult,
): Promise<void> {
  const is_failed = "failure" in result;
  const { rows } = await client.query<{ is_race: boolean }>(
    `update job_steps set state = $3, data = $4, failure = $5, finished_at = $6, thrown = $7,
       position = (select coalesce(max(position), 0) + 1 from job_steps where run_id = $1)
     where run_id = $1 and id = $2 and state not in ('completed', 'failed') returning is_race`,
    [
      run_id,
      step_id,
      is_failed ? "failed" : "completed",
      is_failed ? null : JSON.stringify(result.data ?? null),
      is_failed ? JSON.stringify(result.failure) : null,
      now,
      is_failed && result.thrown ? JSON.stringify(result.thrown) : null,
    ],
  );
  const [step] = rows;
  if (step && (step.is_race || !(await isWaiting(client, run_id)))) await enqueueCall(client, run_id, now);
}

async function isWaiting(client: PoolClient, run_id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    "select from job_steps where run_id = $1 and state in ('planned', 'waiting') limit 1",
    [run_id],
  );
  return rowCount === 1;
}

/** One call at a time: a call in flight is marked stale and repeated afterwards. */
async function enqueueCall(client: PoolClient, run_id: string, now: string): Promise<void> {
  await client.query(
    `insert into job_queue (run_id, function_id, concurrency, run_at)
     select id, function_id, concurrency, $2 from job_runs where id = $1
     on conflict (run_id) where step_id is null do update set is_stale = true`,
    [run_id, now],
  );
}

/** Removes the item from the queue. False if the lease was lost. */
export async function removeItem(client: PoolClient, item: { id: string; token: string }): Promise<boolean> {
  const { rowCount } = await client.query("delete from job_queue where id = $1 and token = $2", [item.id, item.token]);
  return rowCount === 1;
}
