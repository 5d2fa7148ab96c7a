import type { Inngest } from "inngest";
import { afterEach, expect, test } from "vitest";
import { newId } from "@/db/id";
import { executorQuery } from "@/db/tenancy";
import { parseRegistration } from "@/inngest/embedded/registration";
import { setSubscribedEvents } from "@/inngest/embedded/subscribed-events";
import { type JobApp, jobApp } from "@/tests/support/jobs/app";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { endsOf, runsOf } from "@/tests/support/jobs/runs";

afterEach(() => setSubscribedEvents(undefined));

const step = (inngest: Inngest, id: string, event: string) =>
  inngest.createFunction({ id, triggers: [{ event }], retries: 0 }, () => `${id} ran`);

/** Two builds of one application, of which the second alone has the function that an event of this name starts. */
function twoBuilds() {
  const event = `t/${newId()}`;
  const without = jobApp((inngest) => [step(inngest, "old", "t/old")]);
  const having = jobApp((inngest) => [step(inngest, "old", "t/old"), step(inngest, "new", event)], without.id);
  return { event, without, having };
}

async function running(app: JobApp, clock: HandClock) {
  const executor = app.executor({ clock });
  await executor.register();
  return executor;
}

const states = async (app: JobApp) => (await runsOf(app)).map(({ state }) => state);

test("an old build stores an event for a function of the new build and does not process it; the new build does", async () => {
  const { event, without, having } = twoBuilds();
  const clock = new HandClock("2026-03-05T09:00:00Z");
  const next = await running(having, clock);
  const old = await running(without, clock);
  setSubscribedEvents(parseRegistration(await without.line.register()));
  await without.inngest.send({ name: event });
  await old.settle();
  expect(await states(without)).toEqual(["queued"]);
  await next.settle();
  expect(await endsOf(without)).toEqual([["new", "completed", "new ran"]]);
});

test("items of a function that no process announced for an hour fail with a sentence, and its events start nothing", async () => {
  const { event, without, having } = twoBuilds();
  const clock = new HandClock("2026-03-05T09:00:00Z");
  await running(having, clock);
  const left = await running(without, clock);
  await without.inngest.send({ name: event });
  clock.advance({ minutes: 55 });
  await left.settle();
  expect(await states(without)).toEqual(["queued"]);
  clock.advance({ minutes: 15 });
  await left.settle();
  const sentence = "No running version of the application has this function any more. Run it again when one does.";
  expect(await endsOf(without)).toEqual([["new", "failed", sentence]]);
  await without.inngest.send([{ name: event }, { name: "t/old" }]);
  await left.settle();
  expect(await endsOf(without)).toEqual([
    ["new", "failed", sentence],
    ["old", "completed", "old ran"],
  ]);
});

test("a process that starts after a long downtime does not remove functions of other processes", async () => {
  const { event, without, having } = twoBuilds();
  const clock = new HandClock("2026-03-05T09:00:00Z");
  await running(having, clock);
  await without.inngest.send({ name: event });
  clock.advance({ days: 2 });
  const first = await running(without, clock);
  await first.settle();
  clock.advance({ minutes: 50 });
  await first.settle();
  const second = await running(having, clock);
  clock.advance({ minutes: 30 });
  await second.settle();
  await first.settle();
  expect(await endsOf(without)).toEqual([["new", "completed", "new ran"]]);
});

test("a build leaves functions of a newer build that it cannot read, with their events, to that build", async () => {
  const { event, without } = twoBuilds();
  const executor = await running(without, new HandClock("2026-03-05T09:00:00Z"));
  await executorQuery(
    "insert into job_functions (id, description, events, seen_at) values ($1, $2, array[$3], '2026-03-05T09:00:00Z')",
    [`${without.id}-new`, JSON.stringify({ id: `${without.id}-new`, novelty: true }), event],
  );
  await without.inngest.send([{ name: event, id: `${without.id}-event` }, { name: "t/old" }]);
  await executor.settle();
  expect(await endsOf(without)).toEqual([["old", "completed", "old ran"]]);
  const { rows } = await executorQuery("select routed_at from job_events where id = $1", [`${without.id}-event`]);
  expect(rows).toEqual([{ routed_at: null }]);
});
