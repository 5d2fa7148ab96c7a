import type { PoolClient } from "pg";
import { Temporal } from "temporal-polyfill";
import { newId } from "@/db/id";
import { inExecutor } from "@/db/tenancy";
import { endOfWait } from "@/inngest/embedded/duration";
import type { JobFunction } from "@/inngest/embedded/registration";
import type { Op } from "@/inngest/embedded/sdk-response";
import { storable, storableJson } from "@/lib/values/storable-text";
import { completeStep, lockRun } from "./complete-step";
import { type Item, leaseEnd } from "./item";
import { insertRuns, newRun } from "./new-runs";
import type { Run, Step } from "./run";
import { nameOf } from "./save-step";

const kinds: Record<string, Step["kind"]> = {
  StepPlanned: "run",
  Sleep: "sleep",
  WaitForEvent: "wait",
  InvokeFunction: "invoke",
};

export const isWaitingOp = ({ op }: Op): boolean => op in kinds;

type Context = { ops: Op[]; discovers_each: boolean; functions: ReadonlyMap<string, JobFunction>; now: string };

/** Stores the parallel steps and waits that a call returned. True if the function must be called again under the same lease. */
export function applyOps(item: Item, run: Run, { ops, discovers_each, functions, now }: Context): Promise<boolean> {
  return inExecutor(async (_db, client) => {
    if (!(await lockRun(client, run.id))) return false;
    const { rows } = await client.query<{ is_stale: boolean }>(
      "select is_stale from job_queue where id = $1 and token = $2 for update",
      [item.id, item.token],
    );
    const [held] = rows;
    if (!held) return false;
    for (const op of await addSteps(client, run, { ops, discovers_each, now })) {
      await beginStep(client, run, op, functions, now);
    }
    const pending = await client.query(
      "select from job_steps where run_id = $1 and state in ('planned', 'waiting') limit 1",
      [run.id],
    );
    if (pending.rowCount === 1 && !held.is_stale) {
      await client.query("delete from job_queue where id = $1", [item.id]);
      return false;
    }
    await client.query(`update job_queue set attempt = 0, is_stale = false, locked_until = ${leaseEnd} where id = $1`, [
      item.id,
    ]);
    return true;
  });
}

async function addSteps(
  client: PoolClient,
  run: Run,
  { ops, discovers_each, now }: Omit<Context, "functions">,
): Promise<Op[]> {
  const rows = ops.map((op) => ({
    id: op.id,
    name: nameOf(op),
    kind: kinds[op.op],
    state: op.op === "StepPlanned" ? "planned" : "waiting",
    is_race: discovers_each || op.opts?.parallelMode === "race",
  }));
  const added = await client.query<{ id: string }>(
    `insert into job_steps (run_id, id, organization_id, name, kind, state, is_race, created_at)
     select $1, id, $2, name, kind, state, is_race, $3
     from json_to_recordset($4::json) as s (id text, name text, kind text, state text, is_race boolean)
     on conflict (run_id, id) do update set state = excluded.state, is_race = excluded.is_race
       where job_steps.state = 'failing' returning id`,
    [run.id, run.organization_id, now, storableJson(rows)],
  );
  const fresh = new Set(added.rows.map(({ id }) => id));
  return ops.filter(({ id }) => fresh.has(id));
}

async function beginStep(
  client: PoolClient,
  run: Run,
  op: Op,
  functions: Context["functions"],
  now: string,
): Promise<void> {
  const opts = op.opts ?? {};
  const timeout = typeof opts.timeout === "string" ? endOf(opts.timeout, now) : null;
  if (op.op === "StepPlanned") return enqueue(client, run.id, op.id, now);
  if (op.op === "Sleep") return enqueue(client, run.id, op.id, endOf(op.name ?? "", now));
  if (op.op === "InvokeFunction") {
    await invoke(client, run, op, functions, now);
  } else {
    await client.query(
      `insert into job_waits (id, run_id, step_id, event_name, expression, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), run.id, op.id, storable(op.name ?? ""), typeof opts.if === "string" ? opts.if : null, now, timeout],
    );
  }
  if (timeout) await enqueue(client, run.id, op.id, timeout);
}

const endOf = (text: string, now: string) => endOfWait(text, Temporal.Instant.from(now)).toString();

async function enqueue(client: PoolClient, run_id: string, step_id: string, at: string): Promise<void> {
  await client.query(
    `insert into job_queue (run_id, function_id, concurrency, step_id, run_at)
     select id, function_id, concurrency, $2, $3 from job_runs where id = $1`,
    [run_id, step_id, at],
  );
}

async function invoke(
  client: PoolClient,
  run: Run,
  op: Op,
  functions: Context["functions"],
  now: string,
): Promise<void> {
  const { function_id, payload } = (op.opts ?? {}) as {
    function_id?: string;
    payload?: { data?: Record<string, unknown> };
  };
  const fn = functions.get(function_id ?? "");
  if (!fn) {
    const failure = { name: "NonRetriableError", message: `The invoked function ${function_id} does not exist` };
    return completeStep(client, { run_id: run.id, step_id: op.id, now }, { failure });
  }
  const event = {
    id: newId(),
    name: "inngest/function.invoked",
    data: payload?.data ?? {},
    ts: Temporal.Instant.from(now).epochMilliseconds,
  };
  await client.query(
    `insert into job_events (id, organization_id, name, data, occurred_at, created_at, routed_at)
     values ($1, $2, $3, $4, $5, $5, $5)`,
    [event.id, run.organization_id, event.name, JSON.stringify(event.data), now],
  );
  const parent = { run_id: run.id, step_id: op.id };
  const terms = { organization_id: run.organization_id, idempotency_key: null, now, parent };
  await insertRuns(client, [newRun(fn, event, terms)], now);
}
