import { expect, test } from "vitest";
import { jobApp } from "@/tests/support/jobs/app";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { endsOf, leftovers } from "@/tests/support/jobs/runs";

const noticed = "2026-03-05T09:00:00Z";
const supported = "Supported are paths of event and async, literals, comparisons of like with like, &&, ||, ! and +.";

type Options = Record<string, unknown>;

/** One function with these options, a wait and a failure handler. */
const appWith = (options: Options, wait: Options | null = null) =>
  jobApp((inngest) => [
    inngest.createFunction(
      {
        id: "fn",
        triggers: [{ event: "t/start" }],
        retries: 3,
        onFailure: async ({ error }: { error: Error }) => error.message,
        ...options,
      } as never,
      async ({ step }: { step: { waitForEvent(id: string, options: Options): Promise<{ data: unknown } | null> } }) =>
        wait ? (await step.waitForEvent("wait", { event: "t/answer", timeout: "1h", ...wait }))?.data : "ran",
    ),
  ]);

/** What becomes of a start and an answer with these data. */
async function endsWith(app: ReturnType<typeof appWith>, start: Options, answer?: Options): Promise<unknown[]> {
  const executor = app.executor({ clock: new HandClock(noticed) });
  await executor.register();
  await app.inngest.send({ name: "t/start", data: start });
  await executor.settle();
  if (answer) await app.inngest.send({ name: "t/answer", data: answer });
  await executor.settle();
  expect(await leftovers(app)).toBe(0);
  return endsOf(app);
}

const failedBy = (expression: string, why: string) => {
  const message = `The expression \`${expression}\` cannot be evaluated: it ${why}. ${supported}`;
  return [
    ["fn", "failed", message],
    ["fn-failure", "completed", message],
  ];
};

test.each([
  [{ if: "async.data.tags.exists(t, t == event.data.tag)" }, "async.data.tags.exists(t, t == event.data.tag)"],
  [{ match: "data.items[0].id" }, "event.data.items[0].id == async.data.items[0].id"],
])(
  "a wait by an expression that the executor cannot read ends its run, and says which: %o",
  async (wait, expression) => {
    const [run, handled] = await endsWith(appWith({}, wait), {});
    const [, state, message] = run as string[];
    expect(state).toBe("failed");
    expect(message).toContain(`The expression \`${expression}\` cannot be evaluated: it `);
    expect(message).toContain(supported);
    expect(handled).toEqual(["fn-failure", "completed", message]);
  },
);

test("a wait whose condition meets values of kinds that do not fit fails its run", async () => {
  const app = appWith({}, { if: `async.data.amount > "100" && async.data.to == "mina@example.com"` });
  expect(await endsWith(app, {}, { amount: 200 })).toEqual(
    failedBy(`async.data.amount > "…" && async.data.to == "…"`, "compares a number with a text"),
  );
});

test("a field that is missing is no fault: the wait goes on to the next event", async () => {
  const app = appWith({}, { if: "async.data.amount > 100 && !async.data.is_void" });
  const executor = app.executor({ clock: new HandClock(noticed) });
  await executor.register();
  await app.inngest.send({ name: "t/start", data: {} });
  await executor.settle();
  await app.inngest.send({ name: "t/answer", data: {} });
  await executor.settle();
  await app.inngest.send({ name: "t/answer", data: { amount: 200 } });
  await executor.settle();
  expect(await endsOf(app)).toEqual([["fn", "completed", { amount: 200 }]]);
});

test.each([
  ["a trigger's condition", { triggers: [{ event: "t/start", if: "event.data.size > 3" }] }, "event.data.size > 3"],
  ["a concurrency key", { concurrency: { limit: 1, key: "event.data.size > 3" } }, "event.data.size > 3"],
  ["an idempotency key", { idempotency: "event.data.size > 3" }, "event.data.size > 3"],
])(
  "%s that meets a text where it takes a number makes a run that fails and says so",
  async (_what, options, expression) => {
    expect(await endsWith(appWith(options), { size: "large" })).toEqual(
      failedBy(expression, "compares a text with a number"),
    );
  },
);

test("a condition that is neither true nor false fails the run that it belongs to", async () => {
  const app = appWith({ cancelOn: [{ event: "t/answer", if: "async.data.reason" }] }, { if: "async.data.id == 1" });
  expect(await endsWith(app, {}, { reason: "moved" })).toEqual(
    failedBy("async.data.reason", "has a text where true or false was expected"),
  );
});

test.each([
  ["triggers", { triggers: [{ event: "t/start", if: "size(event.data.x) > 1" }] }, "trigger condition"],
  ["concurrency", { concurrency: { limit: 1, key: "user.id" } }, "concurrency key"],
  ["cancelOn", { cancelOn: [{ event: "t/answer", if: "async.data.x in [1]" }] }, "cancellation condition"],
  ["idempotency", { idempotency: "event.data.a ? 1 : 2" }, "idempotency key"],
])("an expression of %s that the executor cannot read is refused at registration", async (_what, options, where) => {
  const app = appWith(options);
  await expect(app.executor().register()).rejects.toThrow(`has the ${where} \``);
});
