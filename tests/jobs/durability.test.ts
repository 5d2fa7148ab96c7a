import { expect, test } from "vitest";
import { executorQuery } from "@/db/tenancy";
import type { AppClient } from "@/inngest/embedded/app-client";
import { prune } from "@/inngest/embedded/store";
import { jobApp } from "@/tests/support/jobs/app";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { endsOf, runsOf } from "@/tests/support/jobs/runs";

const counting = (effects: string[]) =>
  jobApp((inngest) => [
    inngest.createFunction({ id: "count", triggers: [{ event: "t/count" }], retries: 0 }, async ({ step }) => {
      await step.run("one", () => void effects.push("one"));
      await step.run("two", () => void effects.push("two"));
    }),
  ]);

test("a response that did not come from the function does not count as an attempt", async () => {
  const effects: string[] = [];
  const app = counting(effects);
  const strangers = [
    { status: 502, headers: {}, body: "<html>Bad gateway</html>" },
    { status: 404, headers: {}, body: "" },
    { status: 401, headers: { "x-inngest-sdk-handled": "true" }, body: "{}" },
  ];
  const line: AppClient = { ...app.line, call: async (call) => strangers.shift() ?? app.line.call(call) };
  const clock = new HandClock("2026-03-05T09:00:00Z");
  const executor = app.executor({ clock, app: line });
  await executor.register();
  await app.inngest.send({ name: "t/count" });
  for (let turn = 0; turn < 4; turn++) {
    await executor.settle();
    clock.advance({ seconds: 10 });
  }
  expect(effects).toEqual(["one", "two"]);
  expect((await runsOf(app)).map(({ state, failures }) => [state, failures])).toEqual([["completed", []]]);
});

test("another process takes over the work of an ended process and continues after the last stored step", async () => {
  const effects: string[] = [];
  const app = counting(effects);
  const clock = new HandClock("2026-03-05T09:00:00Z");
  let calls = 0;
  const dying: AppClient = {
    ...app.line,
    call: (call) => {
      calls += 1;
      return calls === 1 ? app.line.call(call) : new Promise(() => {});
    },
  };
  const dead = app.executor({ clock, app: dying });
  await dead.register();
  await app.inngest.send({ name: "t/count" });
  void dead.settle();
  while (calls < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  const heir = app.executor({ clock });
  await heir.register();
  await heir.settle();
  expect(effects).toEqual(["one"]);
  await executorQuery(
    "update job_queue set locked_until = clock_timestamp() - interval '1 second' where function_id = $1",
    [`${app.id}-count`],
  );
  await heir.releaseExpired();
  await heir.settle();
  expect(effects).toEqual(["one", "two"]);
  expect(await endsOf(app)).toEqual([["count", "completed", null]]);
});

test("an item whose processes end repeatedly fails with a sentence", async () => {
  const app = counting([]);
  const clock = new HandClock("2026-03-05T09:00:00Z");
  const executor = app.executor({ clock });
  await executor.register();
  await app.inngest.send({ name: "t/count" });
  const never: AppClient = { ...app.line, call: async () => ({ status: 503, headers: {}, body: "" }) };
  const silent = app.executor({ clock, app: never });
  await silent.register();
  await silent.settle();
  await executorQuery("update job_queue set takeovers = 10 where function_id = $1", [`${app.id}-count`]);
  clock.advance({ seconds: 10 });
  await executor.settle();
  expect(await endsOf(app)).toEqual([["count", "failed", "The server ended 10 times while it ran"]]);
});

test("finished runs and their events are deleted after their time, unfinished ones are not", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "short", triggers: [{ event: "t/old" }], retries: 0 }, ({ step }) =>
      step.run("a", () => 1),
    ),
    inngest.createFunction({ id: "long", triggers: [{ event: "t/new" }], retries: 0 }, ({ step }) =>
      step.sleep("a", "60d"),
    ),
  ]);
  const clock = new HandClock("2026-03-05T09:00:00Z");
  const executor = app.executor({ clock });
  await executor.register();
  await app.inngest.send([
    { id: `${app.id}-old`, name: "t/old" },
    { id: `${app.id}-new`, name: "t/new" },
  ]);
  await executor.settle();
  await executorQuery("update job_events set created_at = '2026-03-05T09:00:00Z' where id like $1", [`${app.id}-%`]);
  await prune(14, "2026-03-19T08:59:00Z");
  expect(await runsOf(app)).toHaveLength(2);
  await prune(14, "2026-03-19T09:01:00Z");
  expect((await runsOf(app)).map(({ function_id }) => function_id)).toEqual([`${app.id}-long`]);
  const { rows } = await executorQuery("select id from job_events where id like $1", [`${app.id}-%`]);
  expect(rows).toEqual([{ id: `${app.id}-new` }]);
});
