import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { NonRetriableError } from "inngest";
import { expect, test, vi } from "vitest";
import { executorQuery } from "@/db/tenancy";
import type { AppClient, Call } from "@/inngest/embedded/app-client";
import { type JobApp, jobApp } from "@/tests/support/jobs/app";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { endsOf, runsOf } from "@/tests/support/jobs/runs";

const noticed = "2026-03-05T09:00:00Z";

/** A paused process: its calls get responses, and the test decides when they arrive. */
function pausedLine(line: AppClient, isAt: (call: Call) => boolean = () => true) {
  let goOn = () => {};
  const still = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let called = () => {};
  const isCalled = new Promise<void>((resolve) => {
    called = resolve;
  });
  const slow: AppClient = {
    ...line,
    async call(call) {
      const answer = line.call(call);
      if (!isAt(call)) return answer;
      called();
      await still;
      return answer;
    },
  };
  return { line: slow, isCalled, goOn };
}

const endLeases = (app: JobApp) =>
  executorQuery(
    `update job_queue set locked_until = clock_timestamp() - interval '1 second'
     where locked_until is not null and function_id like $1`,
    [`${app.id}-%`],
  );

/** The first process pauses with a lease, a second one takes the item over, and the first continues. */
async function overtaken(app: JobApp, isAt?: (call: Call) => boolean): Promise<void> {
  const clock = new HandClock(noticed);
  const { line, isCalled, goOn } = pausedLine(app.line, isAt);
  const late = app.executor({ clock, app: line });
  await late.register();
  await app.inngest.send({ name: "t/late" });
  const its_turn = late.settle();
  await isCalled;
  await endLeases(app);
  const heir = app.executor({ clock });
  await heir.register();
  await heir.releaseExpired();
  goOn();
  await its_turn;
  await heir.settle();
}

/** The first answer is the late one's. */
const byTurns = (answer: (turn: number) => unknown) => {
  let turn = 0;
  return () => answer(++turn);
};

const fail = (error: Error) => {
  throw error;
};

type Tools = {
  event: { data: { n: number } };
  step: { run: (id: string, work: () => unknown) => Promise<unknown> };
};

const late = (handler: (tools: Tools) => unknown) =>
  jobApp((inngest) => [
    inngest.createFunction({ id: "late", triggers: [{ event: "t/late" }], retries: 3 }, handler as never),
  ]);

test.each<[string, () => (tools: Tools) => unknown]>([
  ["end", () => byTurns((turn) => `said by ${turn}`)],
  ["failure", () => byTurns((turn) => (turn === 1 ? fail(new NonRetriableError("too late")) : "said by 2"))],
  ["attempt that failed", () => byTurns((turn) => (turn === 1 ? fail(new Error("too late")) : "said by 2"))],
  [
    "step",
    () => {
      const say = byTurns((turn) => `said by ${turn}`);
      return ({ step }) => step.run("say", say);
    },
  ],
])("the %s that a process reports after it lost its lease is rejected", async (_what, handler) => {
  const app = late(handler());
  await overtaken(app);
  expect(await endsOf(app)).toEqual([["late", "completed", "said by 2"]]);
  expect((await runsOf(app)).map(({ failures }) => failures)).toEqual([[]]);
});

test("the same applies to a parallel step", async () => {
  const say = byTurns((turn) => `said by ${turn}`);
  const app = late(({ step }) => Promise.all([step.run("say", say), step.run("other", () => "once")]));
  // Both steps are due at once, and either may be called first. The SDK names a planned step by the hash of its id.
  const id_of_say = createHash("sha1").update("say").digest("hex");
  await overtaken(app, ({ step_id }) => step_id === id_of_say);
  expect(await endsOf(app)).toEqual([["late", "completed", ["said by 2", "once"]]]);
});

test("a process that first notices its expired lease continues its work and does it once", async () => {
  let times = 0;
  const app = late(({ step }) => step.run("count", () => ++times));
  const { line, isCalled, goOn } = pausedLine(app.line);
  const executor = app.executor({ clock: new HandClock(noticed), app: line });
  await executor.register();
  await app.inngest.send({ name: "t/late" });
  const its_turn = executor.settle();
  await isCalled;
  await endLeases(app);
  await executor.releaseExpired();
  goOn();
  await its_turn;
  expect([times, await endsOf(app)]).toEqual([1, [["late", "completed", 1]]]);
});

test("items of a dead process are taken over also under constant load", async () => {
  const done: number[] = [];
  const app = late(({ event, step }) =>
    step.run("work", async () => {
      await wait(40);
      done.push(event.data.n);
    }),
  );
  const clock = new HandClock(noticed);
  const never: AppClient = { ...app.line, call: () => new Promise(() => {}) };
  const dead = app.executor({ clock, app: never });
  await dead.register();
  await app.inngest.send({ name: "t/late", data: { n: 0 } });
  void dead.settle();
  await vi.waitFor(async () => expect((await endLeases(app)).rowCount).toBe(1));
  await app.inngest.send(Array.from({ length: 150 }, (_, n) => ({ name: "t/late", data: { n: n + 1 } })));
  const busy = app.executor({ clock, capacity: 1 });
  busy.start();
  await vi.waitFor(() => expect(done).toContain(0), { timeout: 15_000, interval: 20 });
  await busy.stop();
  expect(done.length).toBeLessThan(150);
});
