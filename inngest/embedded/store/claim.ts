import type { PoolClient } from "pg";
import { newId } from "@/db/id";
import { inExecutor } from "@/db/tenancy";
import { type Item, leaseEnd } from "./item";

type Limit = { key: string; limit: number };
type Candidate = Omit<Item, "token"> & { concurrency: Limit[] };

export type Claimed = { items: Item[]; is_more: boolean };

/** Claims are serialized. Otherwise two processes could exceed a concurrency limit. */
const claimLock = `select pg_advisory_xact_lock(hashtext('fitflow jobs: claim'))`;

const runningCounts = `select item->>'key' as key, min((item->>'limit')::int) as most, count(*)::int as running
  from job_queue, json_array_elements(concurrency) item where locked_until is not null group by 1`;

/** Leases up to `want` due items, oldest first, within the concurrency limits. */
export function claim(want: number, functions: string[], now: string): Promise<Claimed> {
  return inExecutor(async (_db, client) => {
    // A lease lost in a power failure only repeats an attempt, so the commit need not wait for the disk.
    client.query("set local synchronous_commit = off").catch(() => {});
    client.query(claimLock).catch(() => {});
    const running = client.query<{ key: string; running: number }>(runningCounts);
    const due = client.query<Candidate>(
      `with full_up as (select key from (${runningCounts}) b where running >= most)
       select id, run_id, function_id, step_id, attempt, takeovers, concurrency from job_queue
       where locked_until is null and run_at <= $1 and function_id = any($2)
         and not exists (select from json_array_elements(concurrency) item join full_up on full_up.key = item->>'key')
       order by run_at, id limit $3 for update skip locked`,
      [now, functions, want],
    );
    const counts = new Map((await running).rows.map(({ key, running: count }) => [key, count]));
    const { rows } = await due;
    const chosen = rows.filter(({ concurrency }) => hasRoom(counts, concurrency));
    const items = chosen.map(({ concurrency: _, ...item }) => ({ ...item, token: newId() }));
    if (items.length > 0) await lease(client, items, now);
    return { items, is_more: rows.length === want };
  });
}

function hasRoom(counts: Map<string, number>, limits: Limit[]): boolean {
  if (limits.some(({ key, limit }) => (counts.get(key) ?? 0) >= limit)) return false;
  for (const { key } of limits) counts.set(key, (counts.get(key) ?? 0) + 1);
  return true;
}

async function lease(client: PoolClient, items: Item[], now: string): Promise<void> {
  await Promise.all([
    client.query(
      `update job_queue q set locked_until = ${leaseEnd}, token = taken.token, is_stale = false
       from unnest($1::bigint[], $2::uuid[]) as taken (id, token) where q.id = taken.id`,
      [items.map(({ id }) => id), items.map(({ token }) => token)],
    ),
    client.query(
      "update job_runs set state = 'running', started_at = $2 where id = any($1::uuid[]) and state = 'queued'",
      [items.map(({ run_id }) => run_id), now],
    ),
  ]);
}
