import { expect, test } from "vitest";
import { executorQuery } from "@/db/tenancy";
import { type JobApp, jobApp } from "@/tests/support/jobs/app";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { endsOf, leftovers, runsOf } from "@/tests/support/jobs/runs";

async function started(app: JobApp) {
  const clock = new HandClock("2026-03-05T09:00:00Z");
  const executor = app.executor({ clock });
  await executor.register();
  return { executor, clock };
}

const states = async (app: JobApp) => (await runsOf(app)).map(({ state }) => state);

test("a run waits only for the event that matches its own", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "order", triggers: [{ event: "t/ordered" }], retries: 0 }, async ({ step }) => {
      const paid = await step.waitForEvent("payment", { event: "t/paid", match: "data.order", timeout: "1d" });
      return paid?.data.by ?? "nobody";
    }),
  ]);
  const { executor, clock } = await started(app);
  await app.inngest.send({ name: "t/ordered", data: { order: "a" } });
  await executor.settle();
  await app.inngest.send({ name: "t/paid", data: { order: "b", by: "Ines" } });
  await executor.settle();
  expect(await states(app)).toEqual(["running"]);
  await app.inngest.send({ name: "t/paid", data: { order: "a", by: "Mina" } });
  await executor.settle();
  clock.advance({ days: 2 });
  await executor.settle();
  expect(await endsOf(app)).toEqual([["order", "completed", "Mina"]]);
  expect(await leftovers(app)).toBe(0);
});

test("a wait without an event ends at its timeout with null", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "alone", triggers: [{ event: "t/alone" }], retries: 0 }, async ({ step }) =>
      step.waitForEvent("reply", { event: "t/reply", timeout: "1h" }),
    ),
  ]);
  const { executor, clock } = await started(app);
  await app.inngest.send({ name: "t/alone" });
  await executor.settle();
  clock.advance({ minutes: 59 });
  await executor.settle();
  expect(await states(app)).toEqual(["running"]);
  clock.advance({ minutes: 1 });
  await executor.settle();
  expect(await endsOf(app)).toEqual([["alone", "completed", null]]);
});

test("parallel steps each run once, and the function is called once when all are done", async () => {
  const ran: string[] = [];
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "fan", triggers: [{ event: "t/fan" }], retries: 0 }, async ({ step }) => {
      const parts = await Promise.all(
        ["a", "b", "c"].map((name) =>
          step.run(name, () => {
            ran.push(name);
            return name.toUpperCase();
          }),
        ),
      );
      return step.run("join", () => parts.join(""));
    }),
  ]);
  const { executor } = await started(app);
  await app.inngest.send({ name: "t/fan" });
  await executor.settle();
  expect(ran.sort()).toEqual(["a", "b", "c"]);
  expect(await endsOf(app)).toEqual([["fan", "completed", "ABC"]]);
  const asked = app.calls.map(({ call }) => [
    call.step_id === null ? "function" : "step",
    (call.body.ctx as { disable_immediate_execution: boolean }).disable_immediate_execution,
  ]);
  expect(asked).toEqual([
    ["function", false],
    ["step", true],
    ["step", true],
    ["step", true],
    ["function", false],
    ["function", false],
  ]);
});

test("of parallel steps only the failed one is retried", async () => {
  const ran: string[] = [];
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "pair", triggers: [{ event: "t/pair" }], retries: 1 }, async ({ step, attempt }) => {
      await Promise.all([
        step.run("well", () => void ran.push("well")),
        step.run("badly", () => {
          ran.push(`badly ${attempt}`);
          if (attempt === 0) throw new Error("once");
        }),
        step.sleep("nap", "10s"),
      ]);
    }),
  ]);
  const { executor, clock } = await started(app);
  await app.inngest.send({ name: "t/pair" });
  await executor.settle();
  clock.advance({ minutes: 1 });
  await executor.settle();
  expect(ran.sort()).toEqual(["badly 0", "badly 1", "well"]);
  expect(await states(app)).toEqual(["completed"]);
});

test("a race continues with the first result", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "race", triggers: [{ event: "t/race" }], retries: 0 }, async ({ step, group }) => {
      const first = await group.parallel(() =>
        Promise.race([step.run("quick", () => "quick"), step.sleep("slow", "1d").then(() => "slow")]),
      );
      return step.run("after", () => `${first} won`);
    }),
  ]);
  const { executor, clock } = await started(app);
  await app.inngest.send({ name: "t/race" });
  await executor.settle();
  const early = await executorQuery(
    "select from job_steps s join job_runs r on r.id = s.run_id where r.function_id = $1 and s.name = 'after'",
    [`${app.id}-race`],
  );
  expect(early.rowCount).toBe(1);
  clock.advance({ days: 2 });
  await executor.settle();
  expect(await endsOf(app)).toEqual([["race", "completed", "quick won"]]);
  expect(await leftovers(app)).toBe(0);
});

test("a function invokes another and continues with its result or its failure", async () => {
  const app = jobApp((inngest) => {
    const half = inngest.createFunction({ id: "half", triggers: [], retries: 0 }, async ({ event, step }) => {
      const { n } = event.data as { n: number };
      await step.sleep("think", "1m");
      if (n % 2 === 1) throw new Error(`${n} is odd`);
      return n / 2;
    });
    const caller = inngest.createFunction(
      { id: "ask", triggers: [{ event: "t/ask" }], retries: 0 },
      async ({ step }) => {
        const even = await step.invoke("even", { function: half, data: { n: 8 } });
        const odd = await step.invoke("odd", { function: half, data: { n: 7 } }).catch((error: Error) => error.message);
        return { even, odd };
      },
    );
    return [half, caller];
  });
  const { executor, clock } = await started(app);
  await app.inngest.send({ name: "t/ask" });
  for (let minute = 0; minute < 3; minute++) {
    await executor.settle();
    clock.advance({ minutes: 1 });
  }
  await executor.settle();
  expect((await endsOf(app)).sort()).toEqual([
    ["ask", "completed", { even: 4, odd: "7 is odd" }],
    ["half", "completed", 4],
    ["half", "failed", "7 is odd"],
  ]);
});

test("an invoked run that takes too long fails the step that waits for it", async () => {
  const app = jobApp((inngest) => {
    const slow = inngest.createFunction({ id: "slow", triggers: [], retries: 0 }, ({ step }) =>
      step.sleep("nap", "1d"),
    );
    const hasty = inngest.createFunction({ id: "hasty", triggers: [{ event: "t/hasty" }], retries: 0 }, ({ step }) =>
      step.invoke("slow", { function: slow, timeout: "1h" }).catch(() => "too long"),
    );
    return [slow, hasty];
  });
  const { executor, clock } = await started(app);
  await app.inngest.send({ name: "t/hasty" });
  await executor.settle();
  clock.advance({ hours: 1 });
  await executor.settle();
  expect((await endsOf(app)).find(([name]) => name === "hasty")).toEqual(["hasty", "completed", "too long"]);
});

test("an event that a step sends starts its functions once", async () => {
  const heard: string[] = [];
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "say", triggers: [{ event: "t/say" }], retries: 2 }, async ({ step, attempt }) => {
      await step.sendEvent("tell", [
        { name: "t/said", data: { what: "one" } },
        { name: "t/said", data: { what: "two" } },
      ]);
      if (attempt === 0) throw new Error("after sending");
    }),
    inngest.createFunction({ id: "hear", triggers: [{ event: "t/said" }], retries: 0 }, ({ event }) => {
      heard.push(event.data.what);
    }),
  ]);
  const { executor, clock } = await started(app);
  await app.inngest.send({ name: "t/say" });
  await executor.settle();
  clock.advance({ minutes: 1 });
  await executor.settle();
  expect(heard.sort()).toEqual(["one", "two"]);
});

test("cancelOn ends the runs that the event matches, and their waits", async () => {
  const done: string[] = [];
  const app = jobApp((inngest) => [
    inngest.createFunction(
      {
        id: "remind",
        triggers: [{ event: "t/joined" }],
        retries: 0,
        cancelOn: [{ event: "t/left", if: "event.data.who == async.data.who && async.data.sure == true" }],
      },
      async ({ event, step }) => {
        await step.sleep("a-week", "7d");
        await step.run("write", () => void done.push(event.data.who));
      },
    ),
  ]);
  const { executor, clock } = await started(app);
  await app.inngest.send(["Mina", "Kai", "Ravi"].map((who) => ({ name: "t/joined", data: { who } })));
  await executor.settle();
  await app.inngest.send([
    { name: "t/left", data: { who: "Mina", sure: true } },
    { name: "t/left", data: { who: "Kai", sure: false } },
  ]);
  await executor.settle();
  clock.advance({ days: 7 });
  await executor.settle();
  expect(done.sort()).toEqual(["Kai", "Ravi"]);
  expect((await states(app)).sort()).toEqual(["cancelled", "completed", "completed"]);
  expect(await leftovers(app)).toBe(0);
});

test("events that arrive together cancel runs that began before them, and none that began after", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction(
      { id: "stay", triggers: [{ event: "t/come" }], retries: 0, cancelOn: [{ event: "t/go", match: "data.who" }] },
      ({ step }) => step.sleep("a-while", "1h"),
    ),
  ]);
  const { executor, clock } = await started(app);
  await app.inngest.send([
    { name: "t/come", data: { who: "Mina" } },
    { name: "t/go", data: { who: "Mina" } },
    { name: "t/go", data: { who: "Kai" } },
    { name: "t/come", data: { who: "Kai" } },
  ]);
  await executor.settle();
  clock.advance({ hours: 2 });
  await executor.settle();
  expect((await states(app)).sort()).toEqual(["cancelled", "completed"]);
});
