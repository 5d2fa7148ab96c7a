import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { newId } from "@/db/id";
import { executorQuery } from "@/db/tenancy";
import { systemClock } from "@/lib/kernel/clock";
import type { Order } from "@/tests/support/jobs/ticking-worker";
import { bundle, kill, startChild } from "@/tests/support/processes/child";

/** A quarter of an hour passes in half a second. */
const times = 1_800;
const from = "2026-03-05T09:00:00Z";
const ticks = ["09:15", "09:30", "09:45", "10:00", "10:15", "10:30"];
const schedules = ["north", "south"];

const sendOrder = (child: ChildProcess, order: Order) => child.send(order);

/** The schedules have been seen before, so that no tick depends on how long a process takes to start. */
const known = (app: string) =>
  executorQuery(
    `insert into job_cron_ticks (function_id, expression, tick_at, created_at)
     select $1 || '-' || name, '*/15 * * * *', $2, $2 from unnest($3::text[]) as name`,
    [app, from, schedules],
  );

async function runsUntil(app: string, last: string) {
  const { rows } = await executorQuery<{ schedule: string; tick: string; state: string }>(
    `select split_part(r.function_id, $1 || '-', 2) as schedule, substr(e.data->>'scheduledAt', 12, 5) as tick, r.state
     from job_runs r join job_events e on e.id = r.event_id
     where r.function_id like $1 || '-%' and e.occurred_at <= $2 order by e.occurred_at, r.function_id`,
    [app, `2026-03-05T${last}:00Z`],
  );
  return rows;
}

const untilDone = (app: string, last: string) =>
  vi.waitFor(
    async () => {
      const done = (await runsUntil(app, last)).filter(({ state }) => state === "completed");
      expect(done).toHaveLength((ticks.indexOf(last) + 1) * schedules.length);
    },
    { timeout: 30_000, interval: 30 },
  );

test("two processes share the ticks of their schedules; when one is killed, the other misses none and repeats none", async () => {
  const app = `two-${newId().slice(-12)}`;
  await known(app);
  const file = await bundle("tests/support/jobs/ticking-worker.ts");
  const [heir, victim] = await Promise.all([startChild(file, [app]), startChild(file, [app])]);
  const worked = { heir: 0, victim: 0 };
  heir.on("message", () => {
    worked.heir += 1;
  });
  victim.on("message", () => {
    worked.victim += 1;
  });
  const began = systemClock.now().toString();
  for (const child of [heir, victim]) sendOrder(child, { from, began, times });
  await untilDone(app, "09:45");
  expect(worked.heir + worked.victim).toBeGreaterThanOrEqual(6);
  expect(Math.min(worked.heir, worked.victim)).toBeGreaterThan(0);

  sendOrder(victim, "hang");
  const [{ run_id }] = (await once(victim, "message")) as [{ run_id: string }];
  await kill(victim);
  // The lease is not renewed any more. The test does not wait until it ends.
  await executorQuery("update job_queue set locked_until = clock_timestamp() - interval '1 second' where run_id = $1", [
    run_id,
  ]);
  await untilDone(app, "10:30");
  sendOrder(heir, "stop");
  await once(heir, "exit");

  const all = ticks.flatMap((tick) => schedules.map((schedule) => ({ schedule, tick, state: "completed" })));
  expect(await runsUntil(app, "10:30")).toEqual(all);
  const { rows } = await executorQuery<{ key: string; points: number }>(
    "select split_part(key, ':', 2) as key, points from rate_limits where key like $1 and points <> 1",
    [`${app}:%`],
  );
  expect(rows).toEqual([]);
}, 60_000);
