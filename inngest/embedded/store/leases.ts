import { executorQuery } from "@/db/tenancy";
import { jobChannel } from "@/lib/kernel/jobs";
import { type Item, leaseEnd } from "./item";

export async function prolong(tokens: string[]): Promise<void> {
  if (tokens.length === 0) return;
  await executorQuery(
    `update job_queue set locked_until = ${leaseEnd} where locked_until is not null and token = any($1::uuid[])`,
    [tokens],
  );
}

/** Gives the work back as it was, and tells other processes. */
export async function letGo(item: Item): Promise<void> {
  await executorQuery(
    `with freed as (update job_queue set locked_until = null, token = null where id = $1 and token = $2 returning id)
     select pg_notify($3, 'work') from freed`,
    [item.id, item.token, jobChannel],
  );
}

/**
 * Sets free what processes held that are no more. Answers how much that was. A process whose lease has run out while it could
 * not do anything, and that is the first to notice, goes on with what it has under way.
 */
export async function takeOver(own_tokens: string[]): Promise<number> {
  const { rowCount } = await executorQuery(
    `update job_queue set locked_until = null, token = null, takeovers = takeovers + 1
     where locked_until is not null and locked_until < clock_timestamp() and token <> all($1::uuid[])`,
    [own_tokens],
  );
  return rowCount ?? 0;
}

/** Milliseconds until something is due or a lease ends; null where there is nothing to wait for. */
export async function nextWork(functions: string[], now: string): Promise<number | null> {
  const { rows } = await executorQuery<{ due: number | null; lease: number | null }>(
    `select (select extract(epoch from min(run_at) - $1::timestamptz) * 1000 from job_queue
         where locked_until is null and function_id = any($2) and run_at > $1::timestamptz)::float8 as due,
       (select extract(epoch from min(locked_until) - clock_timestamp()) * 1000 from job_queue
         where locked_until is not null)::float8 as lease`,
    [now, functions],
  );
  const times = [rows[0]?.due, rows[0]?.lease].flatMap((ms) => (ms === null || ms === undefined ? [] : [ms]));
  return times.length > 0 ? Math.max(0, Math.min(...times)) : null;
}
