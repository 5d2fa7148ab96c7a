import { executorQuery, inExecutor } from "@/db/tenancy";
import type { Failure } from "@/inngest/embedded/failure-text";
import type { Op } from "@/inngest/embedded/sdk-response";
import { storableJson } from "@/lib/values/storable-text";
import type { Item } from "./item";
import type { Run } from "./run";
import { nameOf } from "./save-step";

type Retry = { at: string; now: string; failure: Failure };

/** Returns the item to the queue with one more attempt. Records the failure in the step, or in the run. */
export function scheduleRetry(item: Item, run: Run, op: Op | null, { at, now, failure }: Retry): Promise<void> {
  const entry = storableJson([{ attempt: item.attempt + 1, at: now, ...failure }]);
  return inExecutor(async (_db, client) => {
    const { rowCount } = await client.query(
      `update job_queue set attempt = attempt + 1, run_at = $3, locked_until = null, token = null
       where id = $1 and token = $2`,
      [item.id, item.token, at],
    );
    if (rowCount !== 1) return;
    if (op) await recordStepFailure(client, run, op, entry, now);
    else await client.query("update job_runs set failures = failures || $2::jsonb where id = $1", [run.id, entry]);
  });
}

type Queries = { query(text: string, values: unknown[]): Promise<unknown> };

/** A planned step stays planned. A step that ran within the function's call gets the state "failing". */
function recordStepFailure(client: Queries, run: Run, op: Op, entry: string, now: string): Promise<unknown> {
  return client.query(
    `insert into job_steps as stored (run_id, id, organization_id, name, kind, state, failures, created_at)
     values ($1, $2, $3, $4, 'run', 'failing', $5::jsonb, $6)
     on conflict (run_id, id) do update set failures = stored.failures || excluded.failures`,
    [run.id, op.id, run.organization_id, nameOf(op), entry, now],
  );
}

/** Delays the item without counting an attempt, because the application did not respond. */
export async function postpone(item: Item, at: string): Promise<void> {
  await executorQuery(
    "update job_queue set run_at = $3, locked_until = null, token = null where id = $1 and token = $2",
    [item.id, item.token, at],
  );
}
