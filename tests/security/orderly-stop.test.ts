import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test, vi } from "vitest";
import { newId } from "@/db/id";
import { executorQuery } from "@/db/tenancy";
import { ingest } from "@/inngest/embedded";
import { runsOf } from "@/tests/support/jobs/runs";
import { bundle } from "@/tests/support/processes/child";

type Worker = { child: ChildProcess; url: string; logged: () => string };

const newApp = () => `stop-${newId().slice(-12)}`;

/** It writes down warnings and worse. */
async function startWorker(app: string, limits: Record<string, number> = {}): Promise<Worker> {
  const file = await bundle("tests/support/jobs/stopping-worker.ts");
  const child = fork("tests/support/processes/run-bundle.cjs", [file, app, JSON.stringify(limits)], {
    execArgv: [],
    env: { ...process.env, LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  child.stdout?.on("data", (part: Buffer) => {
    text += part.toString();
  });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return { child, url: `http://127.0.0.1:${port}`, logged: () => text };
}

/** The long step is under way. */
async function holding(app: string, { child }: Worker, ms: number): Promise<void> {
  const held = once(child, "message");
  await ingest([{ name: `${app}/hold`, data: { ms } }]);
  expect(await held).toEqual(["holding", undefined]);
}

async function ended({ child }: Worker): Promise<[number | null, string | null]> {
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  return [code, signal];
}

async function effects(app: string): Promise<Record<string, number>> {
  const { rows } = await executorQuery<{ what: string; count: number }>(
    "select split_part(key, ':', 2) as what, points as count from rate_limits where key like $1",
    [`${app}:%`],
  );
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}

async function queued(app: string) {
  const { rows } = await executorQuery(
    "select locked_until, token, attempt, takeovers from job_queue where function_id like $1",
    [`${app}-%`],
  );
  return rows;
}

const untilCompleted = (app: string) =>
  vi.waitFor(async () => expect((await runsOf({ id: app })).map(({ state }) => state)).toEqual(["completed"]), {
    timeout: 15_000,
    interval: 30,
  });

const free = [{ locked_until: null, token: null, attempt: 0, takeovers: 0 }];

test("a step that runs at SIGTERM is finished and stored once, its run continues elsewhere, and no error is logged", async () => {
  const app = newApp();
  const worker = await startWorker(app);
  await holding(app, worker, 400);
  worker.child.kill("SIGTERM");
  expect(await ended(worker)).toEqual([0, null]);
  expect(worker.logged()).toBe("");
  expect(await effects(app)).toEqual({ before: 1, long: 1 });
  expect(await queued(app)).toEqual(free);

  await startWorker(app);
  await untilCompleted(app);
  expect(await effects(app)).toEqual({ before: 1, long: 1, after: 1 });
  const [run] = await runsOf({ id: app });
  expect(run).toMatchObject({ output: { attempt: 0 }, failures: [] });
}, 40_000);

test("a step beyond the limit is left to another process, which waits for no lease, and no attempt is counted", async () => {
  const app = newApp();
  const worker = await startWorker(app, { jobs: 50, requests: 50 });
  await holding(app, worker, 5_000);
  worker.child.kill("SIGINT");
  expect(await ended(worker)).toEqual([0, null]);
  expect(worker.logged()).toBe("");
  expect(await effects(app)).toEqual({ before: 1 });
  expect(await queued(app)).toEqual(free);
}, 40_000);

test("a second signal ends the process at once", async () => {
  const app = newApp();
  const worker = await startWorker(app);
  await holding(app, worker, 60_000);
  const over = ended(worker);
  const insist = setInterval(() => worker.child.kill("SIGTERM"), 350);
  expect(await over).toEqual([1, null]);
  clearInterval(insist);
  expect(worker.logged()).toBe("");
}, 40_000);

test("a request in flight is answered, a stream that never ends holds nothing up, and no connection is accepted afterwards", async () => {
  const worker = await startWorker(newApp(), { requests: 1_000 });
  const slow = await fetch(`${worker.url}/slow`);
  const stream = await fetch(`${worker.url}/stream`);
  const over = ended(worker);
  worker.child.kill("SIGTERM");
  expect(await slow.text()).toBe("begun and ended");
  await expect(stream.text()).rejects.toThrow();
  expect(await over).toEqual([0, null]);
  await expect(fetch(`${worker.url}/slow`)).rejects.toThrow();
}, 40_000);
