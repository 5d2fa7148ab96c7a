import { executorQuery } from "@/db/tenancy";

const batchSize = 2_000;

const statements = [
  `delete from job_runs where id in
    (select id from job_runs where finished_at < $1::timestamptz - make_interval(days => $2) limit $3)`,
  `delete from job_events where id in (select id from job_events e
    where created_at < $1::timestamptz - make_interval(days => $2) and routed_at is not null
      and not exists (select from job_runs r where r.event_id = e.id) limit $3)`,
  // Two handlers that end at the same time may each see the other as running.
  `update job_events e set thrown = null where id in (select id from job_events where thrown is not null
      and created_at < $1::timestamptz - make_interval(days => least($2, 1)) and routed_at is not null
      and not exists (select from job_runs r where r.event_id = job_events.id and r.finished_at is null) limit $3)`,
  // The latest tick of a trigger is retained: missed ticks are counted from it.
  `delete from job_cron_ticks where (function_id, expression, tick_at) in (select function_id, expression, tick_at
    from job_cron_ticks t where created_at < $1::timestamptz - make_interval(days => $2)
      and exists (select from job_cron_ticks later where later.function_id = t.function_id
        and later.expression = t.expression and later.tick_at > t.tick_at) limit $3)`,
];

/** Deletes runs that ended more than `days` ago, with their steps, and events without runs. */
export async function prune(days: number, now: string): Promise<number> {
  let removed = 0;
  for (const statement of statements) {
    for (let turn = batchSize; turn === batchSize; ) {
      const { rowCount } = await executorQuery(statement, [now, days, batchSize]);
      turn = rowCount ?? 0;
      removed += turn;
    }
  }
  return removed;
}
