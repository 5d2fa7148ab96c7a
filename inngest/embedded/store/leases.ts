import { executorQuery } from "@/db/tenancy";
import { jobChannel } from "@/lib/kernel/jobs";
import { type Item, leaseEnd } from "./item";

export async function renewLeases(tokens: string[]): Promise<void> {
  if (tokens.length === 0) return;
  await executorQuery(
    `update job_queue set locked_until = ${leaseEnd} where locked_until is not null and token = any($1::uuid[])`,
    [tokens],
  );
}

/** Returns the item to the queue unchanged, and notifies other processes. */
export async function releaseLease(item: Item): Promise<void> {
  await executorQuery(
    `with freed as (update job_queue set locked_until = null, token = null where id = $1 and token = $2 returning id)
     select pg_notify($3, 'work') from freed`,
    [item.id, item.token, jobChannel],
  );
}

/** Releases expired leases except the caller's own, so that a process that was paused can continue. Returns the number. */
export async function releaseExpiredLeases(own_tokens: string[]): Promise<number> {
  const { rowCount } = await executorQuery(
    `update job_queue set locked_until = null, token = null, takeovers = takeovers + 1
     where locked_until is not null and locked_until < clock_timestamp() and token <> all($1::uuid[])`,
    [own_tokens],
  );
  return rowCount ?? 0;
}

/** Milliseconds until the next due item or lease expiry; null without either. */
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
