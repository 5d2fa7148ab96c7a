import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closePool } from "@/db/client";
import { seedLarge } from "@/db/seed/large";
import { freePort } from "@/scripts/bootstrap/port.mjs";
import { say, step } from "@/scripts/bootstrap/steps.mjs";
import { endAll, endOnSignal, onEnd } from "@/scripts/start/cleanup";
import { prepareRelease } from "@/scripts/start/release";
import { loadSecrets } from "@/scripts/start/secrets";
import { hasProc } from "./cpu";
import { type BenchDatabase, openDatabase } from "./database";
import { deepCursor } from "./deep-cursor";
import { goalsOf } from "./goals";
import { type Measured, measureHttp, measureSql, Numbers } from "./measure";
import { type BenchOptions, benchOptions } from "./options";
import { Pace } from "./pace";
import { peopleOf } from "./people";
import { longReads, type Plan, plansOf } from "./plans";
import { type Recording, record } from "./recording";
import { statementsOf } from "./replay";
import { reportGoals, reportPlans, reportTable } from "./report";
import { type Scenario, scenariosOf } from "./scenarios";
import { serve, stopServer } from "./server";

/** Of the requests that write, those that are explained are about people of their own. */
const FOR_PLANS = 5;

async function run(options: BenchOptions): Promise<void> {
  if (options.out) mkdirSync(options.out, { recursive: true });
  const folder = options.release ?? (await step("Build", (progress) => prepareRelease(process.cwd(), progress))).folder;
  const database = await step("Database", openDatabase);
  onEnd(database.discard);
  const port = options.port ?? (await freePort());
  const env = environment(database, port);
  Object.assign(process.env, env);
  const gym = await step("Gyms", (progress) =>
    seedLarge({ owner_url: database.owner_url, scale: options.scale }, progress),
  );
  const people = await peopleOf(database.owner_url, gym);
  const base = { folder, port, log: join(database.folder, "server.log") };

  const file = join(database.folder, "recording.jsonl");
  const recorded = await step("Recording", async (progress) => {
    const server = await serve(
      { ...base, env: { ...env, BENCH_RECORDING: file }, preload: "recorder-preload.mjs" },
      progress,
    );
    const { connections, requests } = options;
    const deep_cursor = await deepCursor(port, people.tokens[0] ?? "", options.scale.members);
    const all = scenariosOf({ people, slug: gym.slug, deep_cursor, connections, requests });
    const chosen = all.filter(({ name }) => !options.only || name === "empty handler" || name.includes(options.only));
    const recordings = new Map<Scenario, Recording[]>();
    for (const scenario of chosen) {
      progress(scenario.name);
      recordings.set(scenario, await record(scenario, { port, file }));
    }
    await stopServer(server);
    return recordings;
  });

  const plans = await step("Plans", async () => {
    const found: Plan[] = [];
    for (const [scenario, recordings] of recorded) {
      const requests = recordings.map((_, n) => statementsOf(scenario, recordings, people, n + FOR_PLANS));
      found.push(...(await plansOf(database.superuser_url, scenario.name, requests)));
    }
    return found;
  });
  if (options.out) writeFindings(options.out, plans, recorded);

  const profiles = options.cpu_prof && options.out ? { BENCH_PROFILES: options.out } : null;
  const server = await step("Server", (progress) =>
    serve({ ...base, env: { ...env, ...profiles }, ...(profiles && { preload: "profile-preload.mjs" }) }, progress),
  );
  const target = { port, server_pid: server.pid, postmaster_pid: database.postmaster_pid };
  const measured: Measured[] = [];
  const pace = new Pace();
  for (const [scenario, recordings] of recorded) {
    const { name, requests, connections } = scenario;
    const numbers = new Numbers();
    measured.push(
      await step(name, async (progress) => {
        if (name !== "empty handler") {
          await pace.before(requests * 1.2, (seconds) => progress(`waiting ${seconds} s for the rate limit`));
        }
        progress("over HTTP");
        if (profiles) process.kill(server.pid, "SIGUSR2");
        const http = await measureHttp(scenario, target, numbers);
        if (profiles) await keepProfile(server.pid, profiles.BENCH_PROFILES, measured.length, name);
        progress("its SQL");
        const has_sql = recordings.some(({ statements }) => statements.length > 0);
        const sql = has_sql ? await measureSql(scenario, { recordings, people, ...target }, numbers) : null;
        return { name, http, sql, connections, summary: `${http.per_second.toFixed(0)}/s` };
      }),
    );
  }
  await closePool();
  await stopServer(server);

  if (!hasProc()) say("\nThis system has no /proc: CPU times are missing below.");
  reportTable(measured);
  const long_reads = await longReads(database.superuser_url, plans);
  reportPlans(plans, long_reads, options.is_small);
  const goals = goalsOf(measured);
  reportGoals(goals);
  const failed = goals.some(({ passed }) => !passed) || long_reads.length > 0;
  if (failed && !options.is_small) process.exitCode = 1;
}

function environment({ folder, app_url }: BenchDatabase, port: number): Record<string, string> {
  const data_dir = join(folder, "data");
  const { NEXTAUTH_SECRET, ENCRYPTION_KEY, PASS_SIGNING_KEY } = loadSecrets(data_dir, {});
  const url = `http://127.0.0.1:${port}`;
  return {
    DATABASE_URL: app_url,
    DATABASE_POOL_MAX: "10",
    NEXTAUTH_SECRET,
    NEXTAUTH_URL: url,
    ENCRYPTION_KEY,
    PASS_SIGNING_KEY,
    PUBLIC_URL: url,
    DATA_DIR: data_dir,
  };
}

function writeFindings(folder: string, plans: Plan[], recorded: Map<Scenario, Recording[]>): void {
  const text = plans
    .toSorted((a, b) => b.duration_ms - a.duration_ms)
    .map(({ scenario, duration_ms, raw }) => `${scenario}, ${duration_ms} ms\n${raw}\n`);
  writeFileSync(join(folder, "plans.txt"), text.join("\n"));
  const statements = Array.from(recorded, ([{ name }, recordings]) => ({ name, ...recordings[0] }));
  writeFileSync(join(folder, "statements.json"), JSON.stringify(statements, null, 2));
}

async function keepProfile(pid: number, folder: string, number: number, name: string): Promise<void> {
  process.kill(pid, "SIGUSR2");
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  renameSync(join(folder, `${number}.cpuprofile`), join(folder, `${name.replace(/\W+/g, "-")}.cpuprofile`));
}

endOnSignal(() => undefined);
try {
  await run(benchOptions(process.argv.slice(2)));
} catch (error) {
  say(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
await endAll();
