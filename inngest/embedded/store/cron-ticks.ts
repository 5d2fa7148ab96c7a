import { Temporal } from "temporal-polyfill";
import { newId } from "@/db/id";
import { executorQuery, inExecutor } from "@/db/tenancy";
import type { JobFunction } from "@/inngest/embedded/registration";
import { insertRuns, newRun } from "./new-runs";

export type Schedule = { fn: JobFunction; expression: string };

/** The last fired tick. For a new trigger: now. */
export async function lastTick({ fn, expression }: Schedule, now: string): Promise<Temporal.Instant> {
  const { rows } = await executorQuery<{ tick_at: Date }>(
    `with known as (select max(tick_at) as tick_at from job_cron_ticks where function_id = $1 and expression = $2),
      begun as (insert into job_cron_ticks (function_id, expression, tick_at, created_at)
        select $1, $2, $3, $3 from known where known.tick_at is null on conflict do nothing)
     select coalesce(tick_at, $3::timestamptz) as tick_at from known`,
    [fn.id, expression, now],
  );
  return Temporal.Instant.from((rows[0]?.tick_at ?? new Date(now)).toISOString());
}

/** Stores the tick, its event and its run in one transaction, unless another process has. */
export function fireTick({ fn, expression }: Schedule, tick: Temporal.Instant, now: string): Promise<boolean> {
  const tick_at = tick.toString();
  return inExecutor(async (_db, client) => {
    const { rowCount } = await client.query(
      `insert into job_cron_ticks (function_id, expression, tick_at, created_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [fn.id, expression, tick_at, now],
    );
    if (rowCount !== 1) return false;
    const event = {
      id: newId(),
      name: "inngest/scheduled.timer",
      data: { cron: expression, scheduledAt: tick_at },
      ts: tick.epochMilliseconds,
    };
    await client.query(
      `insert into job_events (id, name, data, occurred_at, created_at, routed_at) values ($1, $2, $3, $4, $5, $5)`,
      [event.id, event.name, JSON.stringify(event.data), tick_at, now],
    );
    const terms = { organization_id: null, idempotency_key: `tick:${expression}:${tick_at}`, now, run_at: tick_at };
    await insertRuns(client, [newRun(fn, event, terms)], now);
    return true;
  });
}
