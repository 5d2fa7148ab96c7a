import type { PoolClient } from "pg";
import { executorQuery, inExecutor } from "@/db/tenancy";
import { type JobFunction, registrationOf, triggersOf } from "@/inngest/embedded/registration";
import { storableJson } from "@/lib/values/storable-text";
import { endRuns } from "./finish";

/** Longer than any deployment takes, and than any process keeps silent that will speak again. */
export const goneAfterMinutes = 60;
export const sayEveryMinutes = 1;

const perTurn = 500;

/** A process says what it has, before it takes the first piece of work. */
export async function announce(functions: readonly JobFunction[], now: string): Promise<void> {
  const rows = functions.map((fn) => ({ id: fn.id, description: fn.description, events: triggersOf(fn) }));
  await executorQuery(
    `insert into job_functions (id, description, events, seen_at)
     select id, description, array(select json_array_elements_text(events)), $2
     from json_to_recordset($1::json) as f (id text, description json, events json)
     on conflict (id) do update set description = excluded.description, events = excluded.events,
       seen_at = greatest(job_functions.seen_at, excluded.seen_at)`,
    [storableJson(rows), now],
  );
}

export async function stillHas(ids: string[], now: string): Promise<void> {
  await executorQuery("update job_functions set seen_at = greatest(seen_at, $2) where id = any($1)", [ids, now]);
}

const readings = new Map<string, JobFunction | null>();

/** Of all processes. What a newer build describes in a way that this one cannot read is left to that build, by its events. */
export async function knownFunctions(client: PoolClient): Promise<{ functions: JobFunction[]; unread: string[] }> {
  const { rows } = await client.query<{ description: string; events: string[] }>(
    "select description::text as description, events from job_functions order by id",
  );
  const read = rows.map(({ description, events }) => ({ fn: readingOf(description), events }));
  return {
    functions: read.flatMap(({ fn }) => fn ?? []),
    unread: read.flatMap(({ fn, events }) => (fn ? [] : events)),
  };
}

function readingOf(description: string): JobFunction | null {
  const known = readings.get(description);
  if (known !== undefined) return known;
  let fn: JobFunction | null = null;
  try {
    [fn = null] = registrationOf([JSON.parse(description)]);
  } catch {
    // Unsupported here, though not where it comes from.
  }
  readings.set(description, fn);
  return fn;
}

const failure = {
  name: "NonRetriableError",
  message: "No version of the application that is running has this function any more. Run it again when one does.",
};

/** Forgets what no process has any more, and fails the runs that wait for it. Answers how many those were. */
export function forgetGone(now: string): Promise<number> {
  return inExecutor(async (_db, client) => {
    await client.query("delete from job_functions where seen_at < $1::timestamptz - make_interval(mins => $2)", [
      now,
      goneAfterMinutes,
    ]);
    const { rows } = await client.query<{ run_id: string }>(
      `select run_id from job_queue q where locked_until is null and run_at <= $1
         and not exists (select from job_functions f where f.id = q.function_id)
       order by id limit $2 for update skip locked`,
      [now, perTurn],
    );
    await endRuns(
      client,
      rows.map(({ run_id }) => run_id),
      { state: "failed", failure, told: failure, now },
    );
    return rows.length;
  });
}
