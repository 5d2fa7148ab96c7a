import { readFileSync } from "node:fs";
import { type FailureEventArgs, type Inngest, type InngestFunction, NonRetriableError, RetryAfterError } from "inngest";
import { expect, test } from "vitest";
import { endsOf, leftovers } from "@/tests/support/jobs/runs";
import { type WireApp, wireApp } from "@/tests/support/jobs/wire-app";

/**
 * The version of the SDK whose protocol the embedded executor speaks. To change it, see "A new version of the SDK" in
 * docs/jobs.md: this file runs every kind of step against it.
 */
const conforms = "4.24.0";

const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));

test("the tested version is pinned, locked and installed", () => {
  const { dependencies } = readJson("package.json");
  const { packages } = readJson("package-lock.json");
  const copies = Object.keys(packages).filter((path) => path.endsWith("node_modules/inngest"));
  expect({
    pinned: dependencies.inngest,
    locked: copies.map((path) => packages[path].version),
    installed: readJson("node_modules/inngest/package.json").version,
  }).toEqual({ pinned: conforms, locked: [conforms], installed: conforms });
});

type Scenario = {
  functions: (inngest: Inngest) => InngestFunction.Any[];
  /** Events and moves of the clock, one after the other. */
  story: ({ event: string; data?: Record<string, unknown> } | { wait: string })[];
  ends: unknown[][];
  /** What the SDK answers, call by call. */
  trace: string[];
};

const once = { retries: 0 as const };

const scenarios: Record<string, Scenario> = {
  "steps one after the other": {
    functions: (inngest) => [
      inngest.createFunction({ id: "steps", triggers: [{ event: "t/go" }], ...once }, async ({ event, step }) => {
        const name = await step.run("read", () => `${event.data.name}!`);
        return step.run("count", () => name.length);
      }),
    ],
    story: [{ event: "t/go", data: { name: "Mina" } }],
    ends: [["steps", "completed", 5]],
    trace: ["206 StepRun read", "206 StepRun count", "200"],
  },
  "a sleep, and a sleep until an instant": {
    functions: (inngest) => [
      inngest.createFunction({ id: "sleeps", triggers: [{ event: "t/go" }], ...once }, async ({ step }) => {
        await step.sleep("nap", "2h");
        await step.sleepUntil("night", "2026-03-06T08:00:00Z");
        return "awake";
      }),
    ],
    story: [{ event: "t/go" }, { wait: "PT2H" }, { wait: "PT21H" }],
    ends: [["sleeps", "completed", "awake"]],
    trace: ["206 Sleep nap", "206 Sleep night", "200"],
  },
  "a wait for an event that comes, and for one that does not": {
    functions: (inngest) => [
      inngest.createFunction({ id: "waits", triggers: [{ event: "t/go" }], ...once }, async ({ step }) => {
        const paid = await step.waitForEvent("paid", { event: "t/paid", match: "data.order", timeout: "1d" });
        const sent = await step.waitForEvent("sent", { event: "t/sent", if: "async.data.order == 'b'", timeout: "1h" });
        return [paid?.data.by, sent];
      }),
    ],
    story: [
      { event: "t/go", data: { order: "a" } },
      { event: "t/paid", data: { order: "b", by: "Kai" } },
      { event: "t/paid", data: { order: "a", by: "Mina" } },
      { event: "t/sent", data: { order: "a" } },
      { wait: "PT1H" },
    ],
    ends: [["waits", "completed", ["Mina", null]]],
    trace: ["206 WaitForEvent paid", "206 WaitForEvent sent", "200"],
  },
  "steps beside each other": {
    functions: (inngest) => [
      inngest.createFunction({ id: "beside", triggers: [{ event: "t/go" }], ...once }, async ({ step }) => {
        const parts = await Promise.all([
          step.run("a", () => "A"),
          step.run("b", () => "B"),
          step.sleep("nap", "10s").then(() => "C"),
        ]);
        return step.run("join", () => parts.join(""));
      }),
    ],
    story: [{ event: "t/go" }, { wait: "PT10S" }],
    ends: [["beside", "completed", "ABC"]],
    trace: ["206 Sleep nap StepPlanned a StepPlanned b", "206 StepRun a", "206 StepRun b", "206 StepRun join", "200"],
  },
  "a step that fails once": {
    functions: (inngest) => [
      inngest.createFunction({ id: "again", triggers: [{ event: "t/go" }], retries: 1 }, ({ step, attempt }) =>
        step.run("call", () => {
          if (attempt === 0) throw new Error("busy");
          return attempt;
        }),
      ),
    ],
    story: [{ event: "t/go" }, { wait: "PT1M" }],
    ends: [["again", "completed", 1]],
    trace: ["206 StepError call", "206 StepRun call", "200"],
  },
  "a step that fails for good and is caught": {
    functions: (inngest) => [
      inngest.createFunction({ id: "caught", triggers: [{ event: "t/go" }], retries: 1 }, async ({ step }) => {
        const outcome = await step
          .run("call", () => {
            throw new TypeError("no such plan");
          })
          .catch(({ name, message }: Error) => `${name}: ${message}`);
        return step.run("note", () => outcome);
      }),
    ],
    story: [{ event: "t/go" }, { wait: "PT1M" }],
    ends: [["caught", "completed", "TypeError: no such plan"]],
    trace: ["206 StepError call", "206 StepFailed call final", "206 StepRun note", "200"],
  },
  "a function that fails outside of its steps": {
    functions: (inngest) => [
      inngest.createFunction({ id: "outside", triggers: [{ event: "t/go" }], retries: 1 }, ({ attempt }) => {
        if (attempt === 0) throw new Error("between the steps");
        return "through";
      }),
    ],
    story: [{ event: "t/go" }, { wait: "PT1M" }],
    ends: [["outside", "completed", "through"]],
    trace: ["500", "200"],
  },
  "a NonRetriableError in a step": {
    functions: (inngest) => [
      inngest.createFunction({ id: "final", triggers: [{ event: "t/go" }], retries: 5 }, ({ step }) =>
        step.run("ask", () => {
          throw new NonRetriableError("no such member");
        }),
      ),
    ],
    story: [{ event: "t/go" }],
    ends: [["final", "failed", "no such member"]],
    trace: ["206 StepFailed ask final", "400 final"],
  },
  "a RetryAfterError in a step": {
    functions: (inngest) => [
      inngest.createFunction({ id: "polite", triggers: [{ event: "t/go" }], retries: 1 }, ({ step, attempt }) =>
        step.run("call", () => {
          if (attempt === 0) throw new RetryAfterError("too many requests", 90_000);
          return "answered";
        }),
      ),
    ],
    story: [{ event: "t/go" }, { wait: "PT80S" }, { wait: "PT15S" }],
    ends: [["polite", "completed", "answered"]],
    trace: ["206 StepError call retry-after", "206 StepRun call", "200"],
  },
  "a failure that onFailure hears of": {
    functions: (inngest) => [
      inngest.createFunction(
        {
          id: "doomed",
          triggers: [{ event: "t/go" }],
          retries: 0,
          onFailure: ({ error, event }: FailureEventArgs) => `${event.data.event.data?.who}: ${error.message}`,
        },
        () => {
          throw new Error("the printer is out of paper");
        },
      ),
    ],
    story: [{ event: "t/go", data: { who: "Ravi" } }],
    ends: [
      ["doomed", "failed", "the printer is out of paper"],
      ["doomed-failure", "completed", "Ravi: the printer is out of paper"],
    ],
    trace: ["400 final", "200"],
  },
  "a run that an event cancels": {
    functions: (inngest) => [
      inngest.createFunction(
        { id: "stay", triggers: [{ event: "t/go" }], ...once, cancelOn: [{ event: "t/left", match: "data.who" }] },
        ({ step }) => step.sleep("a-week", "7d"),
      ),
    ],
    story: [
      { event: "t/go", data: { who: "Mina" } },
      { event: "t/left", data: { who: "Kai" } },
      { event: "t/left", data: { who: "Mina" } },
      { wait: "P7D" },
    ],
    ends: [["stay", "cancelled", null]],
    trace: ["206 Sleep a-week"],
  },
  "a function that invokes another, and one that a step's event starts": {
    functions: (inngest) => {
      const half = inngest.createFunction(
        { id: "half", triggers: [], ...once },
        ({ event }) => Number((event.data as { n: number }).n) / 2,
      );
      return [
        half,
        inngest.createFunction({ id: "ask", triggers: [{ event: "t/go" }], ...once }, async ({ step }) => {
          const four = await step.invoke("divide", { function: half, data: { n: 8 } });
          await step.sendEvent("tell", { name: "t/told", data: { four } });
          return four;
        }),
        inngest.createFunction(
          { id: "hear", triggers: [{ event: "t/told", if: "event.data.four == 4" }], ...once },
          ({ event }) => event.data.four,
        ),
      ];
    },
    story: [{ event: "t/go" }],
    ends: [
      ["ask", "completed", 4],
      ["half", "completed", 4],
      ["hear", "completed", 4],
    ],
    trace: ["206 InvokeFunction divide", "200", "206 StepRun tell", "200", "200"],
  },
  "one run at a time, and one a day, for each key": {
    functions: (inngest) => [
      inngest.createFunction(
        {
          id: "welcome",
          triggers: [{ event: "t/go" }],
          ...once,
          idempotency: "event.data.who",
          concurrency: { key: "event.data.gym", limit: 1 },
        },
        () => "welcomed",
      ),
    ],
    story: [
      { event: "t/go", data: { who: "Mina", gym: "a" } },
      { event: "t/go", data: { who: "Mina", gym: "a" } },
    ],
    ends: [["welcome", "completed", "welcomed"]],
    trace: ["200"],
  },
};

async function play({ inngest, clock, executor }: WireApp, story: Scenario["story"]): Promise<void> {
  await executor.register();
  for (const part of story) {
    if ("wait" in part) clock.advance(part.wait);
    else await inngest.send({ name: part.event, data: part.data ?? {} });
    await executor.settle();
  }
}

test.each(Object.entries(scenarios))("%s", async (_, { functions, story, ends, trace }) => {
  const app = await wireApp(functions);
  await play(app, story);
  expect((await endsOf(app)).sort()).toEqual(ends);
  expect(app.trace).toEqual(trace);
  expect([...app.versions]).toEqual([`inngest-js:v${conforms}`]);
  expect(await leftovers(app)).toBe(0);
});

type Options = Partial<Parameters<Inngest["createFunction"]>[0]>;

test.each<[string, Options]>([
  ["batchEvents", { batchEvents: { maxSize: 2, timeout: "5s" } }],
  ["debounce", { debounce: { period: "5s" } }],
  ["priority", { priority: { run: "1" } }],
  ["rateLimit", { rateLimit: { limit: 1, period: "5s" } }],
  ["singleton", { singleton: { mode: "skip" } }],
  ["throttle", { throttle: { limit: 1, period: "5s" } }],
  ["timeouts", { timeouts: { finish: "5s" } }],
])("registration rejects a function with %s and names it", async (option, more) => {
  const { executor } = await wireApp((inngest) => [
    inngest.createFunction({ id: "asks", triggers: [{ event: "t/go" }], ...once, ...more }, () => null),
  ]);
  await expect(executor.register()).rejects.toThrow(
    `asks: uses ${option}. Remove the option, or let Inngest run the function`,
  );
});
