import { executorQuery, inExecutor } from "@/db/tenancy";
import type { Op } from "@/inngest/embedded/sdk-response";
import { storable } from "@/lib/values/storable-text";
import { completeStep, lockRun, removeItem, type StepResult } from "./complete-step";
import { type Item, leaseEnd } from "./item";
import type { Run } from "./run";

export const nameOf = ({ displayName, name, id }: Op): string => storable((displayName || name || id).slice(0, 200));

/** Stores a step that ran within the function's call. Keeps the lease for the next call. False if the lease was lost. */
export async function saveStep(item: Item, run: Run, op: Op, result: StepResult, now: string): Promise<boolean> {
  const is_failed = "failure" in result;
  const { rowCount } = await executorQuery(
    `with held as (
        update job_queue set attempt = 0, locked_until = ${leaseEnd} where id = $1 and token = $2 returning run_id)
      insert into job_steps as stored (run_id, id, organization_id, name, kind, state, position, data, failure, created_at, finished_at, thrown)
      select run_id, $3, $4, $5, 'run', $6, (select coalesce(max(position), 0) + 1 from job_steps s where s.run_id = held.run_id),
        $7, $8, $9, $9, $10 from held
      on conflict (run_id, id) do update set state = excluded.state, position = excluded.position, data = excluded.data,
        failure = excluded.failure, finished_at = excluded.finished_at, thrown = excluded.thrown
        where stored.state not in ('completed', 'failed')`,
    [
      item.id,
      item.token,
      op.id,
      run.organization_id,
      nameOf(op),
      is_failed ? "failed" : "completed",
      is_failed ? null : JSON.stringify(result.data ?? null),
      is_failed ? JSON.stringify(result.failure) : null,
      now,
      is_failed && result.thrown ? JSON.stringify(result.thrown) : null,
    ],
  );
  return rowCount === 1;
}

/** Stores a step that had its own call. */
export function savePlannedStep(item: Item & { step_id: string }, result: StepResult, now: string): Promise<void> {
  return inExecutor(async (_db, client) => {
    if (!(await lockRun(client, item.run_id)) || !(await removeItem(client, item))) return;
    await completeStep(client, { run_id: item.run_id, step_id: item.step_id, now }, result);
  });
}
