import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { newId } from "@/db/id";
import { executorQuery, inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/platform/jobs";
import { listPlatformJobRuns } from "@/lib/domain/platform/jobs";
import { permissionsOf } from "@/lib/values/permissions";
import { newGym } from "@/tests/support/gym/gym";
import { call, send } from "@/tests/support/http/api";
import { newFailedRun } from "@/tests/support/jobs/finished-run";
import { newSuperAdmin } from "@/tests/support/specimens/organizations";

const tables = ["job_events", "job_runs", "job_steps", "job_queue", "job_waits", "job_functions", "job_cron_ticks"];
const counts = `select ${tables.map((table) => `(select count(*) from ${table})::int as ${table}`).join(", ")}`;
const none = Object.fromEntries(tables.map((table) => [table, 0]));

/** A row in every table, for one gym where the table names one. */
async function fill(organization_id: string): Promise<void> {
  const run_id = await newFailedRun(organization_id);
  const at = "2026-03-05T09:00:00Z";
  await executorQuery("insert into job_queue (run_id, function_id, concurrency, run_at) values ($1, 'fn', '[]', $2)", [
    run_id,
    at,
  ]);
  await executorQuery("insert into job_waits (id, run_id, event_name) values ($1, $2, 't/none')", [newId(), run_id]);
  await executorQuery("insert into job_functions (id, description, events, seen_at) values ($1, '{}', '{}', $2)", [
    newId(),
    at,
  ]);
  await executorQuery("insert into job_cron_ticks (function_id, expression, tick_at) values ($1, '* * * * *', $2)", [
    newId(),
    at,
  ]);
}

test("A1 where nothing is bound the executor's tables show nothing, inside a gym its own, and to the executor all", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  await Promise.all([fill(gym.organization_id), fill(other.organization_id)]);
  const all = (await executorQuery<Record<string, number>>(counts)).rows[0];
  for (const table of tables) expect(all?.[table], table).toBeGreaterThanOrEqual(2);
  expect((await pool().query(counts)).rows).toEqual([none]);
  const seenBy = (organization_id: string | null, user_id: string | null = null) =>
    inTenant({ organization_id, user_id }, async (_db, client) => (await client.query(counts)).rows[0]);
  expect(await seenBy(null)).toEqual(none);
  expect(await seenBy(null, gym.people.gym_owner.user_id)).toEqual(none);
  expect(await seenBy(gym.organization_id)).toEqual({ ...none, job_events: 1, job_runs: 1, job_steps: 2 });
  // The setting has gone with its transaction.
  expect((await pool().query(counts)).rows).toEqual([none]);
});

test("A1 only the executor writes its tables", async () => {
  const gym = await newGym();
  await fill(gym.organization_id);
  const attempts = [
    "insert into job_functions (id, description, events, seen_at) values ('x', '{}', '{}', now())",
    `insert into job_events (id, organization_id, name, data, occurred_at) values ('x', '${gym.organization_id}', 'x', '{}', now())`,
    `insert into job_cron_ticks (function_id, expression, tick_at) values ('x', 'x', now())`,
  ];
  for (const organization_id of [null, gym.organization_id]) {
    for (const attempt of attempts) {
      const write = inTenant({ organization_id, user_id: null }, (_db, client) => client.query(attempt));
      await expect(write, attempt).rejects.toMatchObject({ code: "42501" });
    }
    const change = inTenant({ organization_id, user_id: null }, (_db, client) =>
      client.query("update job_runs set state = state"),
    );
    expect((await change).rowCount).toBe(0);
  }
});

test("a statement that the database refuses leaves nothing behind, and the connection is as good as before", async () => {
  const id = newId();
  const insert = "insert into job_functions (id, description, events, seen_at) values ($1, '{}', '{}', now())";
  await executorQuery(insert, [id]);
  await expect(executorQuery(insert, [id])).rejects.toMatchObject({ code: "23505" });
  expect((await executorQuery("select id from job_functions where id = $1", [id])).rowCount).toBe(1);
  expect((await pool().query(counts)).rows).toEqual([none]);
});

test("A1 the list of all jobs checks in the database for a super admin, independent of the session", async () => {
  const gym = await newGym();
  const id = await newFailedRun(gym.organization_id);
  const { token } = await newSuperAdmin();
  const { organization_id } = gym;
  const { data } = await call(contracts.listPlatformJobRuns, { organization_id }, { token });
  expect(data.map((run) => run.id)).toEqual([id]);
  const { caller } = gym.people.gym_owner;
  const claims = { ...caller, is_super_admin: true, permissions: permissionsOf("super_admin") };
  await expect(listPlatformJobRuns(claims, { organization_id })).rejects.toMatchObject({ status: 404 });
  const refused = await send(contracts.listPlatformJobRuns, { organization_id }, gym.people.gym_owner);
  expect(refused.status).toBe(403);
});
