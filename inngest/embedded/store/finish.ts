import type { PoolClient } from "pg";
import { pool } from "@/db/client";
import { inIdentity } from "@/db/tenancy";
import type { Failure } from "@/inngest/embedded/failure-text";
import { completeStep, lockRun } from "./complete-step";
import type { Item } from "./item";
import type { Run } from "./run";

/** The end of a run takes all with it that was still to be done or waited for. */
const finish = `with held as (delete from job_queue where id = $1 and token = $2 returning run_id),
    others as (delete from job_queue q using held where q.run_id = held.run_id and q.id <> $1),
    waits as (delete from job_waits w using held where w.run_id = held.run_id)
  update job_runs r set state = $3, output = $4, failure = $5, finished_at = $6 from held
  where r.id = held.run_id returning r.parent_run_id, r.parent_step_id`;

type Parent = { parent_run_id: string | null; parent_step_id: string | null };

/** False where the lease was lost. */
export async function completeRun(item: Item, run: Run, output: unknown, now: string): Promise<void> {
  const values = [item.id, item.token, "completed", JSON.stringify(output ?? null), null, now];
  if (!run.parent_run_id) return void (await pool().query({ name: "job_finish", text: finish, values }));
  await inIdentity(null, async (_db, client) => {
    const { rows } = await client.query<Parent>(finish, values);
    await answerParent(client, rows[0], { data: output }, now);
  });
}

/** The event that the failure's own handler is started by is kept in the same transaction. Null where nobody listens. */
export function failRun(
  item: Item,
  failure: Failure,
  event: { id: string; organization_id: string | null; data: Record<string, unknown> } | null,
  now: string,
): Promise<void> {
  return inIdentity(null, async (_db, client) => {
    const values = [item.id, item.token, "failed", null, JSON.stringify(failure), now];
    const { rows } = await client.query<Parent>(finish, values);
    if (rows.length === 0) return;
    if (event) {
      await client.query(
        `insert into job_events (id, organization_id, name, data, occurred_at, created_at)
         values ($1, $2, 'inngest/function.failed', $3, $4, $4) on conflict (id) do nothing`,
        [event.id, event.organization_id, JSON.stringify(event.data), now],
      );
    }
    await answerParent(client, rows[0], { failure }, now);
  });
}

async function answerParent(
  client: PoolClient,
  parent: Parent | undefined,
  done: { data: unknown } | { failure: Failure },
  now: string,
): Promise<void> {
  const { parent_run_id: run_id, parent_step_id: step_id } = parent ?? {};
  if (!run_id || !step_id || !(await lockRun(client, run_id))) return;
  // The wait's time limit goes with it.
  await client.query("delete from job_queue where run_id = $1 and step_id = $2", [run_id, step_id]);
  await completeStep(client, { run_id, step_id, now }, done);
}

type End = { state: "cancelled" | "failed"; failure: Failure | null; told: Failure; now: string };

/** Runs that end without anybody at work on them; whoever is finds the lease gone. `told` is what their parents hear. */
export async function endRuns(
  client: PoolClient,
  run_ids: string[],
  { state, failure, told, now }: End,
): Promise<void> {
  if (run_ids.length === 0) return;
  const { rows } = await client.query<Parent>(
    `with ended as (update job_runs set state = $3, failure = $4, finished_at = $2
        where id = any($1::uuid[]) and finished_at is null returning id, parent_run_id, parent_step_id),
      work as (delete from job_queue q using ended where q.run_id = ended.id),
      waits as (delete from job_waits w using ended where w.run_id = ended.id)
    select parent_run_id, parent_step_id from ended`,
    [run_ids, now, state, failure && JSON.stringify(failure)],
  );
  for (const parent of rows) await answerParent(client, parent, { failure: told }, now);
}
