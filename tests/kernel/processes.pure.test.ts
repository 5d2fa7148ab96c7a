import { expect, test, vi } from "vitest";
import { isAlive } from "@/scripts/bootstrap/processes.mjs";
import { poolShare, processSettings } from "@/scripts/processes/settings.mjs";
import { type Answer, startGroup } from "@/tests/support/processes/group";

/** Each test starts several processes. */
const patience = 60_000;

const jobsOf = (answers: Answer[]) => answers.map(({ has_jobs }) => has_jobs).sort();
const pidsOf = (answers: Answer[]) => answers.map(({ pid }) => pid);

test("there is a process per core unless the environment names a number", () => {
  expect(processSettings({}, 4)).toEqual({ count: 4, has_own_jobs: false });
  expect(processSettings({ concurrency: "2", jobs: "own" }, 4)).toEqual({
    count: 2,
    has_own_jobs: true,
  });
  expect(() => processSettings({ concurrency: "many" }, 4)).toThrow("a number from 1 to 64");
  expect(() => processSettings({ jobs: "none" }, 4)).toThrow("shared or own");
});

test("all processes together stay below PostgreSQL's hundred connections", () => {
  expect([1, 2, 4, 8, 16].map(poolShare)).toEqual([10, 10, 10, 8, 3]);
  for (const count of [1, 2, 4, 8, 16, 21]) expect((count + 1) * (poolShare(count) + 2)).toBeLessThanOrEqual(97);
});

test(
  "one process alone runs without a primary, with its jobs",
  async () => {
    const { primary, untilServing, ended } = await startGroup({ WEB_CONCURRENCY: "1" });
    expect(await untilServing(1)).toMatchObject([{ pid: primary.pid, has_jobs: true }]);
    primary.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  },
  patience,
);

test(
  "two processes serve one port, and one of them runs the jobs",
  async () => {
    const { primary, untilServing, ask } = await startGroup();
    const answers = await untilServing(2);
    expect(jobsOf(answers)).toEqual([false, true]);
    expect(pidsOf(answers)).not.toContain(primary.pid);
    for (const { pid, own_port } of answers) {
      expect(await ask("/api/inngest", own_port)).toMatchObject({ pid });
    }
  },
  patience,
);

test(
  "jobs in a process of their own: no process of the port runs them",
  async () => {
    const { untilServing, logged } = await startGroup({ JOBS_PROCESS: "own" });
    expect(jobsOf(await untilServing(2))).toEqual([false, false]);
    await vi.waitFor(() => expect(logged()).toContain('"role":"jobs","msg":"a process is ready"'), { timeout: 20_000 });
    expect(jobsOf(await untilServing(2))).toEqual([false, false]);
  },
  patience,
);

test(
  "a process that dies is replaced, and another one takes its jobs",
  async () => {
    const { untilServing, askAll } = await startGroup();
    const before = await untilServing(2);
    const [dead] = pidsOf(before.filter(({ has_jobs }) => has_jobs));
    // A missing pid would end the group of this test.
    expect(dead).toBeGreaterThan(1);
    process.kill(dead!, "SIGKILL");
    await vi.waitFor(async () => expect(pidsOf(await askAll())).not.toContain(dead), { timeout: 30_000 });
    expect(jobsOf(await untilServing(2))).toEqual([false, true]);
  },
  patience,
);

test(
  "a server that cannot start ends the whole with its exit code",
  async () => {
    const { ended, logged } = await startGroup({ STAND_IN: "broken" });
    expect(await ended).toEqual([7, null]);
    expect(logged().trim().split("\n")).toHaveLength(1);
    expect(logged()).toContain("The server did not start.");
  },
  patience,
);

test(
  "a restart replaces every process and loses no request on open connections",
  async () => {
    const { primary, untilServing, ask, logged } = await startGroup();
    const before = pidsOf(await untilServing(2));
    let is_over = false;
    let answered = 0;
    const client = async () => {
      while (!is_over) {
        expect((await ask("/")).status).toBe(200);
        answered += 1;
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
    };
    const clients = Promise.all(Array.from({ length: 6 }, client));
    primary.kill("SIGHUP");
    await Promise.race([
      clients,
      vi.waitFor(() => expect(logged()).toContain("the restart is over"), { timeout: 40_000 }),
    ]);
    is_over = true;
    await clients;
    expect(answered).toBeGreaterThan(20);
    const after = await untilServing(2);
    expect(before.filter((pid) => pidsOf(after).includes(pid))).toEqual([]);
    expect(jobsOf(after)).toEqual([false, true]);
  },
  patience,
);

test(
  "SIGTERM answers what is under way and ends every process",
  async () => {
    const { primary, untilServing, ask, ended } = await startGroup();
    const pids = pidsOf(await untilServing(2));
    const slow = [ask("/slow"), ask("/slow")];
    await ask("/");
    primary.kill("SIGTERM");
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200]);
    expect(await ended).toEqual([0, null]);
    expect(pids.filter(isAlive)).toEqual([]);
  },
  patience,
);

test(
  "the processes end by themselves when their primary is killed",
  async () => {
    const { primary, untilServing } = await startGroup();
    const pids = pidsOf(await untilServing(2));
    primary.kill("SIGKILL");
    await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 15_000 });
  },
  patience,
);

test(
  "A13 a client gets its limit once, however its requests are spread over the processes",
  async () => {
    const { untilServing, ask } = await startGroup();
    await untilServing(2);
    const answers = await Promise.all(Array.from({ length: 360 }, () => ask("/take?key=one")));
    expect(new Set(pidsOf(answers)).size).toBe(2);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(300);
    const [next, other] = [await ask("/take?key=one"), await ask("/take?key=other")];
    expect([next.status, next.remaining, other.status, other.remaining]).toEqual([429, 0, 200, 299]);
  },
  patience,
);

test(
  "every process hears which events start jobs, also one that starts later",
  async () => {
    const { untilServing, askAll } = await startGroup();
    const before = await untilServing(2);
    const runner = before.find(({ has_jobs }) => has_jobs)?.pid;
    const [other] = pidsOf(before.filter(({ has_jobs }) => !has_jobs));
    const allHear = () =>
      vi.waitFor(
        async () => {
          const heard = (await untilServing(2)).map(({ subscribed }) => subscribed);
          expect(heard).toEqual([[`by/${runner}`], [`by/${runner}`]]);
        },
        { timeout: 20_000 },
      );
    await allHear();
    expect(other).toBeGreaterThan(1);
    process.kill(other!, "SIGKILL");
    await vi.waitFor(async () => expect(pidsOf(await askAll())).not.toContain(other), { timeout: 30_000 });
    await allHear();
  },
  patience,
);

test(
  "a process that a restart started hears nothing from one of before, whose build may be older",
  async () => {
    const { primary, untilServing, askAll, logged } = await startGroup({ JOBS_PROCESS: "own" });
    const named = (answers: Answer[]) => answers.map(({ subscribed }) => subscribed?.join());
    const before = await untilServing(2);
    const [old] = await vi.waitFor(
      async () => {
        const names = named(await untilServing(2));
        expect(names).toEqual([expect.stringMatching(/^by\/\d+$/), names[0]]);
        return names;
      },
      { timeout: 20_000 },
    );
    primary.kill("SIGHUP");
    const heard = new Set<string | undefined>();
    do {
      const answers = await askAll().catch(() => []);
      for (const name of named(answers.filter(({ pid }) => !pidsOf(before).includes(pid)))) heard.add(name);
    } while (!logged().includes("the restart is over"));
    await vi.waitFor(async () => {
      const [name, other] = named(await untilServing(2));
      expect(name).toMatch(/^by\/\d+$/);
      expect(other).toBe(name);
    });
    expect(heard).toContain(undefined);
    expect(heard).not.toContain(old);
  },
  patience,
);
