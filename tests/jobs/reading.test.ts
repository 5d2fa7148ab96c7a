import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/platform/jobs";
import { listJobSummaries } from "@/lib/domain/platform/jobs";
import { sentStatements } from "@/tests/support/database/statements";
import { newGym } from "@/tests/support/gym/gym";
import { call, send } from "@/tests/support/http/api";
import { jobApp } from "@/tests/support/jobs/app";
import { newFailedRun } from "@/tests/support/jobs/finished-run";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { runsOf } from "@/tests/support/jobs/runs";
import { newSuperAdmin } from "@/tests/support/specimens/organizations";

test("A1 a gym reads its own runs and steps, and nothing of another gym or of the installation", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const own = await newFailedRun(gym.organization_id);
  const foreign = await newFailedRun(other.organization_id);
  const nobodys = await newFailedRun(null);
  const { token } = gym.people.admin;
  const { data } = await call(contracts.listJobRuns, {}, { token });
  expect(data.map(({ id }) => id)).toEqual([own]);
  const answers = await Promise.all([own, foreign, nobodys].map((id) => send(contracts.getJobRun, { id }, { token })));
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404]);
});

test("a run shows its event, its steps in their order, and each attempt that failed", async () => {
  const gym = await newGym();
  const id = await newFailedRun(gym.organization_id);
  const run = await call(contracts.getJobRun, { id }, { token: gym.people.gym_owner.token });
  expect(run.event).toMatchObject({ name: "members/member.created", data: { member_id: id } });
  expect(run.steps.map(({ name, state, failed_attempts }) => [name, state, failed_attempts.length])).toEqual([
    ["read", "completed", 0],
    ["send", "failed", 1],
  ]);
});

test("R5 the next page continues where the last one ended, with the same filters", async () => {
  const gym = await newGym();
  const at = (hour: number) => ({ created_at: `2026-03-05T0${hour}:00:00.000Z` });
  const ids: string[] = [];
  for (const hour of [1, 2, 3]) ids.push(await newFailedRun(gym.organization_id, at(hour)));
  await newFailedRun(gym.organization_id, { ...at(4), state: "completed", failure: null });
  const terms = { token: gym.people.admin.token };
  const first = await call(contracts.listJobRuns, { state: "failed", limit: 2 }, terms);
  const second = await call(
    contracts.listJobRuns,
    { state: "failed", limit: 2, cursor: first.next_cursor ?? "" },
    terms,
  );
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual([ids[2], ids[1], ids[0]]);
  const { data } = await call(
    contracts.listJobRuns,
    { from: "2026-03-05T02:00:00Z", to: "2026-03-05T03:00:00Z", function_id: "fitflow-welcome" },
    terms,
  );
  expect(data.map(({ id }) => id)).toEqual([ids[1]]);
});

test("a failed run that is retried continues after its completed steps, and is retried once", async () => {
  const done: string[] = [];
  let is_broken = true;
  const app = jobApp((inngest) => [
    inngest.createFunction({ id: "mail", triggers: [{ event: "t/mail" }], retries: 0 }, async ({ step }) => {
      await step.run("write", () => void done.push("written"));
      await step.run("send", () => {
        if (is_broken) throw new Error("no connection");
        done.push("sent");
      });
    }),
  ]);
  const executor = app.executor({ clock: new HandClock("2026-03-05T09:00:00Z") });
  await executor.register();
  await app.inngest.send({ name: "t/mail" });
  await executor.settle();
  const [failed] = await runsOf(app);
  is_broken = false;
  const terms = { token: (await newSuperAdmin()).token };
  const again = await call(contracts.retryJobRun, { id: failed?.id ?? "" }, terms);
  const twice = await call(contracts.retryJobRun, { id: failed?.id ?? "" }, terms);
  expect([again.state, twice.id]).toEqual(["queued", again.id]);
  const later = app.executor();
  await later.register();
  await later.settle();
  expect(done).toEqual(["written", "sent"]);
  expect((await runsOf(app)).map(({ state }) => state)).toEqual(["failed", "completed"]);
  const refused = await send(contracts.retryJobRun, { id: again.id }, terms);
  expect(refused.status).toBe(409);
});

test("a job has one row with its last run, its success and its failures to look at; idle runs are folded away", async () => {
  const gym = await newGym();
  const of = (fields: Parameters<typeof newFailedRun>[1]) => newFailedRun(gym.organization_id, fields);
  const at = (hour: number) => ({ created_at: `2026-03-05T0${hour}:00:00.000Z` });
  const done = { state: "completed" as const, failure: null };
  const retried = await of(at(1));
  await of({ ...at(2), ...done, retried_run_id: retried });
  const open = await of(at(3));
  const other = { function_id: "fitflow-sweep", function_name: "Sweep" };
  const idle = await of({ ...at(4), ...done, ...other, is_idle: true });
  const busy = await of({ ...at(5), ...done, ...other });
  const terms = { token: gym.people.admin.token };
  const { data } = await call(contracts.listJobSummaries, {}, terms);
  expect(
    data.map(({ function_id, last_run, recent, to_look_at }) => [function_id, last_run?.id, recent, to_look_at]),
  ).toEqual([
    ["fitflow-welcome", open, { completed: 1, failed: 2, idle: 0 }, 1],
    ["fitflow-sweep", busy, { completed: 2, failed: 0, idle: 1 }, 0],
  ]);
  const idsOf = async (input: object) => (await call(contracts.listJobRuns, input, terms)).data.map(({ id }) => id);
  expect(await idsOf({ with_idle: false })).not.toContain(idle);
  expect(await idsOf({})).toContain(idle);
});

test("a run is idle if it says that it acted on nothing; what else it returned may be anything", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction(
      { id: "sweep", triggers: [{ event: "t/sweep" }], retries: 0 },
      ({ event }) => event.data.result,
    ),
  ]);
  const executor = app.executor({ clock: new HandClock("2026-03-05T09:00:00Z") });
  await executor.register();
  const results = [{ acted: 0 }, { acted: 2 }, { acted: "0" }, null, "bad text \u0000"];
  await app.inngest.send(results.map((result) => ({ name: "t/sweep", data: { result } })));
  await executor.settle();
  expect((await runsOf(app)).map(({ state, is_idle }) => [state, is_idle])).toEqual([
    ["completed", true],
    ...Array(4).fill(["completed", false]),
  ]);
});

test("a job with a timer has its next run, also if it never ran", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction(
      { id: "nightly", name: "Every night", triggers: [{ cron: "0 3 * * *" }], retries: 0 },
      () => ({}),
    ),
  ]);
  await app.executor({ clock: new HandClock("2026-03-05T09:00:00Z") }).register();
  const terms = { token: (await newSuperAdmin()).token };
  const { data } = await call(contracts.listPlatformJobSummaries, {}, terms);
  const nightly = data.find(({ function_name }) => function_name === "Every night");
  expect(nightly).toMatchObject({ last_run: null, to_look_at: 0 });
  expect(nightly?.next_run_at).toMatch(/T03:00:00Z$/);
});

test("R9 the rows of all jobs are one statement", async () => {
  const gym = await newGym();
  await newFailedRun(gym.organization_id);
  const plan = async () =>
    (await sentStatements(() => listJobSummaries(gym.people.admin.caller, {}))).map(({ text }) => text);
  const [statement, ...more] = await plan();
  expect(more).toEqual([]);
  expect(statement).toMatch(/order by created_at desc, id desc limit/);
});
