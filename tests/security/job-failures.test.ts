import { NonRetriableError } from "inngest";
import { expect, test } from "vitest";
import { executorQuery } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/platform/jobs";
import { call } from "@/tests/support/http/api";
import { jobApp } from "@/tests/support/jobs/app";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { endsOf, leftovers, runsOf } from "@/tests/support/jobs/runs";
import { newSuperAdmin } from "@/tests/support/specimens/organizations";

const noticed = "2026-03-05T09:00:00Z";

class CardDeclined extends Error {
  override name = "CardDeclined";
  code = "card_declined";
}

const secret = 'Card of mina@example.com declined: token=sk_live_4eC39HqLyjWDarjtT1zdp7dc\n{"decline": 1}';

type Seen = { name: string; message: string; cause: string | undefined };
const seenOf = (error: unknown): Seen => {
  const { name, message, cause } = error as Error;
  return { name, message, cause: cause instanceof Error ? `${cause.name}: ${cause.message}` : undefined };
};

/** What the tables still hold of it, as text. */
async function storedErrors(id: string): Promise<string> {
  const { rows } = await executorQuery<{ text: string }>(
    `select coalesce(string_agg(t, ''), '') as text from (
       select s::text as t from job_steps s join job_runs r on r.id = s.run_id where r.function_id like $1
       union all select r::text from job_runs r where r.function_id like $1
       union all select e::text from job_events e join job_runs r on r.event_id = e.id where r.function_id like $1) all_rows (t)`,
    [`${id}-%`],
  );
  return rows[0]?.text ?? "";
}

test("a function gets the error of its step on every later call, and the error is deleted once the run is over", async () => {
  const seen: Seen[] = [];
  let while_running = "";
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "charge", triggers: [{ event: "t/charge" }], retries: 0 }, async ({ step }) => {
      try {
        await step.run("charge", () => {
          throw new CardDeclined(secret, { cause: new TypeError("the reader said no") });
        });
      } catch (error) {
        seen.push(seenOf(error));
      }
      await step.run("look", async () => {
        while_running = await storedErrors(app.id);
      });
      return "handled";
    }),
  ]);
  const executor = app.executor({ clock: new HandClock(noticed) });
  await executor.register();
  await app.inngest.send({ name: "t/charge" });
  await executor.settle();
  const thrown = { name: "CardDeclined", message: secret, cause: "TypeError: the reader said no" };
  expect(seen.length).toBeGreaterThan(1);
  expect(new Set(seen.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(thrown)]));
  expect(await endsOf(app)).toEqual([["charge", "completed", "handled"]]);
  expect(while_running).toContain("sk_live");
  expect(await storedErrors(app.id)).not.toContain("sk_live");

  const [run] = await runsOf(app);
  const details = await call(
    contracts.getPlatformJobRun,
    { id: run?.id ?? "" },
    { token: (await newSuperAdmin()).token },
  );
  expect(details.steps[0]?.failure).toEqual({
    name: "CardDeclined",
    message: "It failed with an error that is not shown here. The server's log has the whole error.",
  });
});

test("steps beside each other, an invoked function and the handler of a failure see it too", async () => {
  const seen: Record<string, Seen[]> = { beside: [], invoked: [], handler: [] };
  const app = jobApp((inngest) => {
    const fails = inngest.createFunction(
      {
        id: "fails",
        triggers: [{ event: "t/fails" }],
        retries: 0,
        onFailure: async ({ error, step }) => {
          seen.handler?.push(seenOf(error));
          await step.run("tell", () => "told");
          seen.handler?.push(seenOf(error));
        },
      },
      async () => {
        throw new CardDeclined(secret);
      },
    );
    const asks = inngest.createFunction(
      { id: "asks", triggers: [{ event: "t/asks" }], retries: 0 },
      async ({ step }) => {
        const [ran] = await Promise.allSettled([
          step.run("left", () => {
            throw new CardDeclined(secret);
          }),
          step.run("right", () => "fine"),
        ]);
        if (ran.status === "rejected") seen.beside?.push(seenOf(ran.reason));
        await step.invoke("ask", { function: fails, data: {} }).catch((error) => seen.invoked?.push(seenOf(error)));
        await step.run("end", () => "ended");
      },
    );
    return [fails, asks];
  });
  const executor = app.executor({ clock: new HandClock(noticed) });
  await executor.register();
  await app.inngest.send({ name: "t/asks" });
  await executor.settle();
  const thrown = { name: "CardDeclined", message: secret, cause: undefined };
  for (const [place, errors] of Object.entries(seen)) {
    expect(errors.length, place).toBeGreaterThan(1);
    for (const error of errors) expect(error, place).toEqual(thrown);
  }
  expect(await leftovers(app)).toBe(0);
  expect(await storedErrors(app.id)).not.toContain("sk_live");
});

/** What PostgreSQL takes neither as text nor as jsonb: NUL, and half of a surrogate pair. */
const poison = "bad\u0000text \ud83d.";
const storable = "bad\ufffdtext \ufffd.";

test("an error with invalid text is retried and stored like any other, in a step, in parallel steps and outside of steps", async () => {
  const clock = new HandClock(noticed);
  const tries = { alone: 0, beside: 0, outside: 0 };
  const fails = () => {
    throw new Error(poison);
  };
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "alone", triggers: [{ event: "t/poison" }], retries: 1 }, async ({ step }) => {
      await step.run(poison, () => (tries.alone++ === 0 ? fails() : poison));
    }),
    inngest.createFunction({ id: "beside", triggers: [{ event: "t/poison" }], retries: 1 }, async ({ step }) => {
      const both = await Promise.all([
        step.run(`left ${poison}`, () => (tries.beside++ === 0 ? fails() : poison)),
        // Cut in the middle of a pair.
        step.run(`${"x".repeat(199)}\u{1f600}`, () => "fine"),
      ]);
      return both;
    }),
    inngest.createFunction({ id: "outside", triggers: [{ event: "t/poison" }], retries: 1 }, () =>
      tries.outside++ === 0 ? fails() : { [poison]: poison },
    ),
    inngest.createFunction({ id: "final", triggers: [{ event: "t/poison" }], retries: 1 }, async ({ step }) => {
      await step.run("throw", () => {
        throw new NonRetriableError(poison);
      });
    }),
  ]);
  const executor = app.executor({ clock });
  await executor.register();
  await app.inngest.send({ name: "t/poison", data: {} });
  for (let turn = 0; turn < 3; turn++) {
    await executor.settle();
    clock.advance({ minutes: 10 });
  }
  const ends = Object.fromEntries((await endsOf(app)).map(([name, ...end]) => [name, end]));
  expect(ends).toEqual({
    alone: ["completed", null],
    beside: ["completed", [poison, "fine"]],
    outside: ["completed", { [poison]: poison }],
    final: ["failed", storable],
  });
  expect(tries).toEqual({ alone: 2, beside: 2, outside: 2 });
  const { rows } = await executorQuery(
    `select s.name, s.failures->0->>'message' as message from job_steps s join job_runs r on r.id = s.run_id
     where r.function_id like $1 and s.failures <> '[]' order by 1`,
    [`${app.id}-%`],
  );
  expect(rows).toEqual([
    { name: storable, message: storable },
    { name: `left ${storable}`, message: storable },
  ]);
});

test("an event with invalid text starts, wakes and cancels runs like any other, with its data unchanged", async () => {
  const clock = new HandClock(noticed);
  const app = jobApp((inngest) => [
    inngest.createFunction(
      {
        id: "keyed",
        triggers: [{ event: "t/key", if: `event.data.text != "other"` }],
        retries: 0,
        idempotency: "event.data.text",
        concurrency: { limit: 2, key: "event.data.text" },
        cancelOn: [{ event: "t/cancel", match: "data.text" }],
      },
      async ({ event, step }) => {
        const woken = await step.waitForEvent("wait", { event: "t/woken", timeout: "1d", match: "data.text" });
        await step.sendEvent("say", { id: `id ${poison}`, name: "t/said", data: event.data });
        return woken?.data;
      },
    ),
    inngest.createFunction({ id: "said", triggers: [{ event: "t/said" }], retries: 0 }, ({ event }) => event.data),
  ]);
  const executor = app.executor({ clock });
  await executor.register();
  await app.inngest.send({ id: `first ${poison}`, name: "t/key", data: { text: poison } });
  await app.inngest.send({ id: `again ${poison}`, name: "t/key", data: { text: poison } });
  await app.inngest.send({ name: "t/key", data: { text: `${poison} cancelled` } });
  await executor.settle();
  await app.inngest.send({ name: `t/${poison}`, data: { text: poison } });
  await app.inngest.send({ name: "t/woken", data: { text: poison, more: poison } });
  await app.inngest.send({ name: "t/cancel", data: { text: `${poison} cancelled` } });
  await executor.settle();
  expect((await endsOf(app)).sort()).toEqual([
    ["keyed", "cancelled", null],
    ["keyed", "completed", { text: poison, more: poison }],
    ["said", "completed", { text: poison }],
  ]);
});
