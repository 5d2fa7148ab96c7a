import { executorQuery, inExecutor } from "@/db/tenancy";
import type { Op } from "@/inngest/embedded/answer";
import type { Failure } from "@/inngest/embedded/failure-text";
import { storableJson } from "@/lib/values/storable-text";
import type { Item } from "./item";
import type { Run } from "./run";
import { nameOf } from "./save-step";

type Again = { at: string; now: string; failure: Failure };

/** Puts the work back with one attempt more. What failed is written beside the step that it failed in, or beside the run. */
export function retryLater(item: Item, run: Run, op: Op | null, { at, now, failure }: Again): Promise<void> {
  const entry = storableJson([{ attempt: item.attempt + 1, at: now, ...failure }]);
  return inExecutor(async (_db, client) => {
    const { rowCount } = await client.query(
      `update job_queue set attempt = attempt + 1, run_at = $3, locked_until = null, token = null
       where id = $1 and token = $2`,
      [item.id, item.token, at],
    );
    if (rowCount !== 1) return;
    if (op) await noteStepFailure(client, run, op, entry, now);
    else await client.query("update job_runs set failures = failures || $2::jsonb where id = $1", [run.id, entry]);
  });
}

type Queries = { query(text: string, values: unknown[]): Promise<unknown> };

/** A planned step stays planned; one that runs in the function's own call fails in the open. */
function noteStepFailure(client: Queries, run: Run, op: Op, entry: string, now: string): Promise<unknown> {
  return client.query(
    `insert into job_steps as kept (run_id, id, organization_id, name, kind, state, failures, created_at)
     values ($1, $2, $3, $4, 'run', 'failing', $5::jsonb, $6)
     on conflict (run_id, id) do update set failures = kept.failures || excluded.failures`,
    [run.id, op.id, run.organization_id, nameOf(op), entry, now],
  );
}

/** Nobody answered: the work waits, and no attempt is counted. */
export async function waitForAnswer(item: Item, at: string): Promise<void> {
  await executorQuery(
    "update job_queue set run_at = $3, locked_until = null, token = null where id = $1 and token = $2",
    [item.id, item.token, at],
  );
}
