import type { PoolClient } from "pg";
import { executorQuery, inExecutor } from "@/db/tenancy";
import { type JobFunction, parseRegistration, triggersOf } from "@/inngest/embedded/registration";
import { storableJson } from "@/lib/values/storable-text";
import { endRuns } from "./end-runs";

/** Longer than any deployment, and than any pause of a live process. */
export const functionTtlMinutes = 60;
export const announceIntervalMinutes = 1;

const batchSize = 500;

/** Stores the functions of this process. Called before the first claim. */
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

export async function touchFunctions(ids: string[], now: string): Promise<void> {
  await executorQuery("update job_functions set seen_at = greatest(seen_at, $2) where id = any($1)", [ids, now]);
}

const parsedDescriptions = new Map<string, JobFunction | null>();

/** The functions of all processes. `unread` lists the events of functions that only a newer build can parse. */
export async function knownFunctions(client: PoolClient): Promise<{ functions: JobFunction[]; unread: string[] }> {
  const { rows } = await client.query<{ description: string; events: string[] }>(
    "select description::text as description, events from job_functions order by id",
  );
  const read = rows.map(({ description, events }) => ({ fn: parseDescription(description), events }));
  return {
    functions: read.flatMap(({ fn }) => fn ?? []),
    unread: read.flatMap(({ fn, events }) => (fn ? [] : events)),
  };
}

function parseDescription(description: string): JobFunction | null {
  const known = parsedDescriptions.get(description);
  if (known !== undefined) return known;
  let fn: JobFunction | null = null;
  try {
    [fn = null] = parseRegistration([JSON.parse(description)]);
  } catch {
    // Unsupported by this build, but not by the build that announced it.
  }
  parsedDescriptions.set(description, fn);
  return fn;
}

const failure = {
  name: "NonRetriableError",
  message: "No running version of the application has this function any more. Run it again when one does.",
};

/** Deletes functions that no process has any more, and fails their queued runs. Returns the number of runs. */
export function removeExpiredFunctions(now: string): Promise<number> {
  return inExecutor(async (_db, client) => {
    await client.query("delete from job_functions where seen_at < $1::timestamptz - make_interval(mins => $2)", [
      now,
      functionTtlMinutes,
    ]);
    const { rows } = await client.query<{ run_id: string }>(
      `select run_id from job_queue q where locked_until is null and run_at <= $1
         and not exists (select from job_functions f where f.id = q.function_id)
       order by id limit $2 for update skip locked`,
      [now, batchSize],
    );
    await endRuns(
      client,
      rows.map(({ run_id }) => run_id),
      { state: "failed", failure, parent_failure: failure, now },
    );
    return rows.length;
  });
}
