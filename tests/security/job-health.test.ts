import { afterEach, expect, test, vi } from "vitest";
import { GET as ready } from "@/app/api/health/ready/route";
import { executorQuery } from "@/db/tenancy";
import { runUntilShutdown } from "@/inngest/embedded/start";
import { getJobExecutor } from "@/lib/contracts/platform/jobs";
import * as clock from "@/lib/kernel/clock";
import { setJobsHealthCheck } from "@/lib/kernel/jobs";
import { call } from "@/tests/support/http/api";
import { type JobApp, jobApp } from "@/tests/support/jobs/app";
import { newSuperAdmin } from "@/tests/support/specimens/organizations";

const readiness = async () => {
  const response = await ready();
  return [response.status, await response.json(), response.headers.get("retry-after")];
};
const isReady = [200, { status: "ready" }, null];
const lacksJobs = [503, { status: "not_ready", missing: "jobs" }, "2"];

const sound = () =>
  jobApp((inngest) => [inngest.createFunction({ id: "fn", triggers: [{ event: "t/none" }], retries: 0 }, () => null)]);

function start(app: JobApp, options: Parameters<JobApp["executor"]>[0] = {}) {
  const executor = app.executor(options);
  runUntilShutdown(executor);
  return executor;
}

afterEach(() => {
  vi.restoreAllMocks();
  setJobsHealthCheck(undefined);
});

test("a process that runs no jobs of its own is ready without them", async () => {
  expect(await readiness()).toEqual(isReady);
});

test("a process is ready once its jobs are registered, which waits for no readiness", async () => {
  const app = sound();
  let answer = () => {};
  const isAnswered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const register = async () => {
    await isAnswered;
    return app.line.register();
  };
  const executor = start(app, { app: { ...app.line, register } });
  expect(await readiness()).toEqual(lacksJobs);
  answer();
  await vi.waitFor(async () => expect(await readiness()).toEqual(isReady));
  await executor.stop();
});

test("a process whose functions are rejected is not ready, and shows a super admin why", async () => {
  const app = jobApp((inngest) => [
    inngest.createFunction(
      { id: "fn", triggers: [{ event: "t/none" }], retries: 0, priority: { run: "event.data.n" } },
      () => null,
    ),
  ]);
  const executor = start(app);
  const { token } = await newSuperAdmin();
  await vi.waitFor(async () => expect((await call(getJobExecutor, {}, { token })).fault).toContain("uses priority"));
  expect(await readiness()).toEqual(lacksJobs);
  await executor.stop();
});

test("a process whose executor has done no turn for two minutes is not ready", async () => {
  const executor = start(sound());
  await vi.waitFor(async () => expect(await readiness()).toEqual(isReady));
  const now = clock.elapsed();
  const later = vi.spyOn(clock, "elapsed").mockReturnValue(now + 119_000);
  expect(executor.health.problem()).toBe(null);
  later.mockReturnValue(now + 121_000);
  expect(executor.health.problem()).toBe("The executor has not completed a cycle for 2 minutes.");
  later.mockRestore();
  await executor.stop();
});

test("a super admin learns that no process has reported for five minutes", async () => {
  const { token } = await newSuperAdmin();
  const reported = async (minutes_ago: number) => {
    const seen_at = clock.systemClock.now().subtract({ minutes: minutes_ago }).toString();
    await executorQuery("delete from job_functions");
    await executorQuery("insert into job_functions (id, description, events, seen_at) values ('fn', '{}', '{}', $1)", [
      seen_at,
    ]);
    return call(getJobExecutor, {}, { token });
  };
  expect(await reported(4)).toMatchObject({ runs_in: "server", is_running: true, fault: null });
  expect(await reported(6)).toMatchObject({ runs_in: "server", is_running: false, fault: null });
  await executorQuery("delete from job_functions");
  expect(await call(getJobExecutor, {}, { token })).toMatchObject({ is_running: false, seen_at: null });
});
