import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/platform/jobs";
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
