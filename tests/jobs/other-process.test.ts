import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { newId } from "@/db/id";
import { executorQuery } from "@/db/tenancy";
import { jobApp } from "@/tests/support/jobs/app";
import type { Order } from "@/tests/support/jobs/emitting-worker";
import { endsOf } from "@/tests/support/jobs/runs";
import { bundle, startChild } from "@/tests/support/processes/child";

let file: Promise<string> | undefined;

/** A process that runs no jobs. This one takes the place of its primary. */
async function otherProcess(): Promise<ChildProcess> {
  file ??= bundle("tests/support/jobs/emitting-worker.ts");
  return startChild(await file);
}

async function emit(child: ChildProcess, ...names: string[]): Promise<void> {
  child.send({ emit: names } satisfies Order);
  // Its question to the primary comes before.
  for (let is_done = false; !is_done; ) {
    const [message] = (await once(child, "message")) as [{ ids?: string[] }];
    is_done = message.ids !== undefined;
  }
}

/** Which of the names have a stored event, in the given order. */
async function stored(...names: string[]): Promise<string[]> {
  const { rows } = await executorQuery<{ name: string }>(
    "select name from job_events where name = any($1) order by array_position($1, name)",
    [names],
  );
  return rows.map(({ name }) => name);
}

test("a process stores every event until it hears which ones start jobs, and then only these", async () => {
  const unique = newId();
  const [before, wanted, unwanted] = [`t/before-${unique}`, `t/wanted-${unique}`, `t/unwanted-${unique}`];
  const child = await otherProcess();
  await emit(child, before);
  child.send({ fitflow: "subscribed", names: [wanted] });
  await emit(child, wanted, unwanted);
  expect(await stored(before, wanted, unwanted)).toEqual([before, wanted]);
});

test("an event that another process has stored wakes the executor, which would look by itself after an hour", async () => {
  const event = `t/told-${newId()}`;
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "told", triggers: [{ event }], retries: 0 }, () => "ran"),
  ]);
  const executor = app.executor({ poll_ms: 3_600_000 });
  const child = await otherProcess();
  executor.start();
  const untilRan = (times: number) =>
    vi.waitFor(async () => expect(await endsOf(app)).toEqual(Array(times).fill(["told", "completed", "ran"])), {
      timeout: 10_000,
      interval: 10,
    });
  try {
    // The executor may find the first one by its first look.
    await vi.waitFor(listens, { timeout: 10_000, interval: 10 });
    await emit(child, event);
    await untilRan(1);
    await emit(child, event);
    await untilRan(2);
  } finally {
    await executor.stop();
  }
});

async function listens(): Promise<void> {
  const { rows } = await executorQuery(
    "select pid from pg_stat_activity where datname = current_database() and query = 'listen fitflow_jobs' and state = 'idle'",
    [],
  );
  expect(rows).toHaveLength(1);
}
