import { type FailureEventArgs, type GetStepTools, type Inngest, NonRetriableError, RetryAfterError } from "inngest";
import { expect, test } from "vitest";
import { jobApp } from "@/tests/support/jobs/app";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { endsOf, leftovers, runsOf } from "@/tests/support/jobs/runs";

async function started(app: ReturnType<typeof jobApp>, clock = new HandClock("2026-03-05T09:00:00Z")) {
  const executor = app.executor({ clock });
  await executor.register();
  return { executor, clock };
}

test("steps run once each, in order, and the run ends with the function's return value", async () => {
  const done: string[] = [];
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "greet", triggers: [{ event: "t/greet" }], retries: 0 }, async ({ event, step }) => {
      const name = await step.run("read-name", () => {
        done.push("read");
        return `${event.data.name}!`;
      });
      const length = await step.run("count", () => {
        done.push("count");
        return name.length;
      });
      return { name, length };
    }),
  ]);
  const { executor } = await started(app);
  await app.inngest.send({ name: "t/greet", data: { name: "Mina" } });
  await executor.settle();
  expect(done).toEqual(["read", "count"]);
  expect(await endsOf(app)).toEqual([["greet", "completed", { name: "Mina!", length: 5 }]]);
  expect(await leftovers(app)).toBe(0);
});

test("a function without steps runs once and its result is stored", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "plain", triggers: [{ event: "t/plain" }], retries: 0 }, () => 42),
  ]);
  const { executor } = await started(app);
  await app.inngest.send({ name: "t/plain" });
  await executor.settle();
  expect(await endsOf(app)).toEqual([["plain", "completed", 42]]);
});

test("a sleep lasts its duration, and the steps before it do not run again", async () => {
  let written = 0;
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "later", triggers: [{ event: "t/later" }], retries: 0 }, async ({ step }) => {
      await step.run("write", () => {
        written += 1;
      });
      await step.sleep("a-while", "2h30m");
      await step.sleepUntil("then", new Date("2026-03-06T08:00:00Z"));
      return step.run("end", () => "over");
    }),
  ]);
  const { executor, clock } = await started(app);
  await app.inngest.send({ name: "t/later" });
  await executor.settle();
  clock.set("2026-03-05T11:29:59Z");
  await executor.settle();
  expect((await runsOf(app)).map(({ state }) => state)).toEqual(["running"]);
  clock.set("2026-03-05T11:30:00Z");
  await executor.settle();
  clock.set("2026-03-06T07:59:59Z");
  await executor.settle();
  expect((await runsOf(app)).map(({ state }) => state)).toEqual(["running"]);
  clock.set("2026-03-06T08:00:00Z");
  await executor.settle();
  expect(await endsOf(app)).toEqual([["later", "completed", "over"]]);
  expect(written).toBe(1);
});

test("a failed step is retried after a delay, and its success resets the attempts", async () => {
  const attempts: [string, number][] = [];
  const app = jobApp((inngest) => [
    inngest.createFunction(
      { id: "stubborn", triggers: [{ event: "t/try" }], retries: 2 },
      async ({ step, attempt }) => {
        await step.run("first", () => {
          attempts.push(["first", attempt]);
          if (attempt < 2) throw new Error("not yet");
        });
        await step.run("second", () => void attempts.push(["second", attempt]));
      },
    ),
  ]);
  const { executor, clock } = await started(app);
  await app.inngest.send({ name: "t/try" });
  await executor.settle();
  clock.advance({ seconds: 14 });
  await executor.settle();
  expect(attempts).toEqual([["first", 0]]);
  clock.advance({ seconds: 4 });
  await executor.settle();
  clock.advance({ seconds: 36 });
  await executor.settle();
  expect(attempts).toEqual([
    ["first", 0],
    ["first", 1],
    ["first", 2],
    ["second", 0],
  ]);
  expect(await endsOf(app)).toEqual([["stubborn", "completed", null]]);
});

test("when the attempts are used up the run fails, and onFailure runs once", async () => {
  const notified: string[] = [];
  const app = jobApp((inngest) => [
    inngest.createFunction(
      {
        id: "doomed",
        triggers: [{ event: "t/doom" }],
        retries: 1,
        onFailure: async ({ error, event, step }: FailureEventArgs & { step: GetStepTools<Inngest> }) => {
          await step.run("notify", () => void notified.push(`${event.data.event.data?.who}: ${error.message}`));
        },
      },
      async ({ step }) => {
        await step.run("break", () => {
          throw new Error("the printer is out of paper");
        });
      },
    ),
  ]);
  const { executor, clock } = await started(app);
  await app.inngest.send({ name: "t/doom", data: { who: "Ravi" } });
  await executor.settle();
  clock.advance({ minutes: 1 });
  await executor.settle();
  expect(notified).toEqual(["Ravi: the printer is out of paper"]);
  expect(await endsOf(app)).toEqual([
    ["doomed", "failed", "the printer is out of paper"],
    ["doomed-failure", "completed", null],
  ]);
});

test("a failed failure handler starts no other one", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction(
      {
        id: "worse",
        triggers: [{ event: "t/worse" }],
        retries: 0,
        onFailure: () => {
          throw new NonRetriableError("and the notification failed");
        },
      },
      () => {
        throw new Error("it broke");
      },
    ),
    inngest.createFunction(
      { id: "watch", triggers: [{ event: "inngest/function.failed" }], retries: 0 },
      ({ event }) => {
        const { function_id } = event.data as { function_id: string };
        return function_id.split("-").at(-1);
      },
    ),
  ]);
  const { executor } = await started(app);
  await app.inngest.send({ name: "t/worse" });
  await executor.settle();
  expect((await endsOf(app)).sort()).toEqual([
    ["watch", "completed", "worse"],
    ["worse", "failed", "it broke"],
    ["worse-failure", "failed", "and the notification failed"],
  ]);
});

test("a NonRetriableError ends the run at once, and a caught step failure does not", async () => {
  let tries = 0;
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "hopeless", triggers: [{ event: "t/never" }], retries: 5 }, async ({ step }) => {
      await step.run("ask", () => {
        tries += 1;
        throw new NonRetriableError("no such member");
      });
    }),
    inngest.createFunction({ id: "brave", triggers: [{ event: "t/never" }], retries: 5 }, async ({ step }) => {
      try {
        await step.run("ask", () => {
          throw new NonRetriableError("no such plan");
        });
      } catch (error) {
        return step.run("note", () => (error as Error).message);
      }
    }),
  ]);
  const { executor } = await started(app);
  await app.inngest.send({ name: "t/never" });
  await executor.settle();
  expect(tries).toBe(1);
  expect((await endsOf(app)).sort()).toEqual([
    ["brave", "completed", "no such plan"],
    ["hopeless", "failed", "no such member"],
  ]);
});

test("a RetryAfterError delays the retry as requested", async () => {
  let tries = 0;
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "polite", triggers: [{ event: "t/polite" }], retries: 3 }, async ({ step }) => {
      await step.run("call", () => {
        tries += 1;
        if (tries === 1) throw new RetryAfterError("too many requests", 90_000);
      });
    }),
  ]);
  const { executor, clock } = await started(app);
  await app.inngest.send({ name: "t/polite" });
  await executor.settle();
  clock.advance({ seconds: 80 });
  await executor.settle();
  expect(tries).toBe(1);
  clock.advance({ seconds: 15 });
  await executor.settle();
  expect(tries).toBe(2);
});

test("an error outside of every step is retried too, without repeating the steps before it", async () => {
  let steps = 0;
  let calls = 0;
  const app = jobApp((inngest) => [
    inngest.createFunction(
      { id: "outside", triggers: [{ event: "t/outside" }], retries: 1 },
      async ({ step, attempt }) => {
        await step.run("once", () => {
          steps += 1;
        });
        calls += 1;
        if (attempt === 0) throw new Error("between the steps");
        return "through";
      },
    ),
  ]);
  const { executor, clock } = await started(app);
  await app.inngest.send({ name: "t/outside" });
  await executor.settle();
  clock.advance({ minutes: 1 });
  await executor.settle();
  expect([steps, calls]).toEqual([1, 2]);
  const [run] = await runsOf(app);
  expect([run?.state, run?.output, run?.failures.map(({ message }) => message)]).toEqual([
    "completed",
    "through",
    ["between the steps"],
  ]);
});
