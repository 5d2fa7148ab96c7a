import { expect, test } from "vitest";
import { executorQuery } from "@/db/tenancy";
import { ingest } from "@/inngest/embedded";
import { parseRegistration } from "@/inngest/embedded/registration";
import { type JobApp, jobApp } from "@/tests/support/jobs/app";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { endsOf, runsOf } from "@/tests/support/jobs/runs";

async function started(app: JobApp) {
  const clock = new HandClock("2026-03-05T09:00:00Z");
  const executor = app.executor({ clock });
  await executor.register();
  return { executor, clock };
}

test("an event with the same id starts its runs once, however often it is sent", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "once", triggers: [{ event: "t/once" }], retries: 0 }, () => "ran"),
  ]);
  const { executor } = await started(app);
  for (let time = 0; time < 3; time++) {
    await app.inngest.send({ id: `${app.id}-event`, name: "t/once" });
    await executor.settle();
  }
  await Promise.all([1, 2, 3].map(() => app.inngest.send({ id: `${app.id}-event`, name: "t/once" })));
  await executor.settle();
  expect(await endsOf(app)).toEqual([["once", "completed", "ran"]]);
});

test("a repeated request after a lost response stores its events once", async () => {
  const events = [
    { name: "t/seeded", data: {} },
    { name: "t/seeded", data: {} },
  ];
  const seed = `${Date.now()},c2VlZCBmb3IgdGVzdA==`;
  const first = await ingest(events, seed);
  const second = await ingest(events, seed);
  expect(second).toEqual(first);
  expect(new Set(first).size).toBe(2);
});

test("an idempotency key of the function allows one run a day", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction(
      { id: "welcome", triggers: [{ event: "t/enrolled" }], retries: 0, idempotency: "event.data.member_id" },
      () => "welcomed",
    ),
  ]);
  const { executor, clock } = await started(app);
  const enroll = async (member_id: string) => {
    await app.inngest.send({ name: "t/enrolled", data: { member_id } });
    await executor.settle();
  };
  await enroll("m1");
  await enroll("m1");
  await enroll("m2");
  expect(await runsOf(app)).toHaveLength(2);
  clock.advance({ hours: 25 });
  await enroll("m1");
  expect(await runsOf(app)).toHaveLength(3);
});

test("the concurrency limit of a function holds per key across all processes", async () => {
  const inside = new Map<string, number>();
  const most = new Map<string, number>();
  const app = jobApp((inngest) => [
    inngest.createFunction(
      {
        id: "bulk",
        triggers: [{ event: "t/bulk" }],
        retries: 0,
        concurrency: [{ key: "event.data.organization_id", limit: 2 }, { limit: 3 }],
      },
      async ({ event, step }) => {
        await step.run("send", async () => {
          for (const key of [String(event.data.organization_id), "all"]) {
            inside.set(key, (inside.get(key) ?? 0) + 1);
            most.set(key, Math.max(most.get(key) ?? 0, inside.get(key) ?? 0));
          }
          await new Promise((resolve) => setTimeout(resolve, 15));
          for (const key of [String(event.data.organization_id), "all"]) inside.set(key, (inside.get(key) ?? 0) - 1);
        });
      },
    ),
  ]);
  const { executor, clock } = await started(app);
  const other = app.executor({ clock });
  await other.register();
  const gyms = ["0197f0a0-0000-7000-8000-000000000001", "0197f0a0-0000-7000-8000-000000000002"];
  await app.inngest.send(
    Array.from({ length: 12 }, (_, at) => ({ name: "t/bulk", data: { organization_id: gyms[at % 2], at } })),
  );
  await Promise.all([executor.settle(), other.settle()]);
  await executor.settle();
  expect((await runsOf(app)).map(({ state }) => state)).toEqual(Array(12).fill("completed"));
  expect([most.get(gyms[0] ?? ""), most.get(gyms[1] ?? ""), most.get("all")]).toEqual([2, 2, 3]);
});

test("a run belongs to the organization that its event names", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "own", triggers: [{ event: "t/own" }], retries: 0 }, ({ step }) =>
      step.run("a", () => 1),
    ),
  ]);
  const { executor } = await started(app);
  const organization_id = "0197f0a0-0000-7000-8000-00000000000a";
  await app.inngest.send({ name: "t/own", data: { organization_id } });
  await executor.settle();
  const { rows } = await executorQuery(
    "select r.organization_id as run, s.organization_id as step from job_runs r join job_steps s on s.run_id = r.id where function_id = $1",
    [`${app.id}-own`],
  );
  expect(rows).toEqual([{ run: organization_id, step: organization_id }]);
});

test("a key of any length and with any character does not delay other events", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction(
      {
        id: "odd",
        triggers: [{ event: "t/odd" }],
        retries: 0,
        idempotency: "event.data.key",
        concurrency: { key: "event.data.key", limit: 1 },
      },
      () => "ran",
    ),
  ]);
  const { executor } = await started(app);
  const keys = ["x".repeat(9_000), "a\u0000b", "\ud800", "", null];
  await app.inngest.send(keys.map((key) => ({ name: "t/odd", data: { key } })));
  await executor.settle();
  expect((await runsOf(app)).map(({ output }) => output)).toEqual(Array(5).fill("ran"));
});

const described = (more: Record<string, unknown>, retries: object | undefined = { attempts: 1 }) => ({
  id: "app-bill",
  triggers: [{ event: "billing/due" }],
  steps: { step: { retries } },
  ...more,
});

test.each([
  [
    { throttle: { limit: 1, period: "1m" } },
    "app-bill: uses throttle. Remove the option, or let Inngest run the function",
  ],
  [
    { rateLimit: { limit: 1, period: "1m" } },
    "app-bill: uses rateLimit. Remove the option, or let Inngest run the function",
  ],
  [{ debounce: { period: "1m" } }, "app-bill: uses debounce. Remove the option, or let Inngest run the function"],
  [
    { batchEvents: { maxSize: 2, timeout: "1s" } },
    "app-bill: uses batchEvents. Remove the option, or let Inngest run the function",
  ],
  [{ priority: { run: "1" } }, "app-bill: uses priority. Remove the option, or let Inngest run the function"],
  [{ singleton: { mode: "skip" } }, "app-bill: uses singleton. Remove the option, or let Inngest run the function"],
  [{ timeouts: { start: "1m" } }, "app-bill: uses timeouts. Remove the option, or let Inngest run the function"],
  [
    { triggers: [{ event: "billing/*" }] },
    "app-bill: is triggered by the pattern billing/*. Name the events one by one",
  ],
  [
    { triggers: [{ cron: "0 25 * * *" }] },
    "app-bill: has the schedule `0 25 * * *`, which has the field `25`, which is none of 0 to 23",
  ],
  [
    { triggers: [{ cron: "TZ=Mars/Base 0 2 * * *" }] },
    "app-bill: has the schedule `TZ=Mars/Base 0 2 * * *`, which names the time zone Mars/Base, which does not exist",
  ],
  [
    { concurrency: { limit: 1, scope: "env" } },
    "app-bill: limits its concurrency across the env. Only limits of the function itself are supported",
  ],
  [
    { concurrency: { limit: 1, key: "size(event.data.x)" } },
    "app-bill: has the concurrency key `size(event.data.x)`, which names `size`; only event and async are known",
  ],
  [{ idempotency: "event.data.a ==" }, "app-bill: has the idempotency key `event.data.a ==`, which ends too early"],
  [{ steps: { step: {} } }, "app-bill: does not set retries. Set the number of retries"],
])("a function with an unsupported option is rejected by name: %j", (more, fault) => {
  expect(() => parseRegistration([described(more)])).toThrow(fault);
});

test("an unknown kind of step fails the run with a sentence", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "signal", triggers: [{ event: "t/signal" }], retries: 3 }, ({ step }) =>
      step.waitForSignal("call", { signal: "ring", timeout: "1h" }),
    ),
  ]);
  const { executor } = await started(app);
  await app.inngest.send({ name: "t/signal" });
  await executor.settle();
  expect(await endsOf(app)).toEqual([
    ["signal", "failed", "The step call is a WaitForSignal, which the embedded executor does not support"],
  ]);
});
