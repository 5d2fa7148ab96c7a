import { renameSync } from "node:fs";
import { join } from "node:path";
import { closePool } from "@/db/client";
import { type Progress, step } from "@/scripts/bootstrap/steps.mjs";
import { lastLines, type Server } from "@/scripts/start/server";
import type { BenchContext } from "./context";
import { type Measured, measureHttp, measureSql, RequestNumbers } from "./measure";
import { checkOutAll } from "./people";
import { RateLimitPacer } from "./rate-limit-pacer";
import type { Recording, Recordings } from "./recording";
import type { Scenario } from "./scenarios";
import { serve, stopServer } from "./server";

/** Measures each scenario over HTTP and then its SQL alone, on an otherwise idle server. */
export async function measureAll(context: BenchContext, recorded: Map<Scenario, Recordings>): Promise<Measured[]> {
  const profiles = context.options.cpu_prof ? context.options.out : null;
  const hook = profiles ? { preload: "profile-preload.mjs", env: { BENCH_PROFILES: profiles } } : undefined;
  const server = await step("Server", (progress) => serve(context, progress, hook));
  const pace = new RateLimitPacer();
  const measured: Measured[] = [];
  for (const [scenario, { warm }] of recorded) {
    const one = await step(scenario.name, async (progress) => {
      await prepare(context, scenario, pace, progress);
      return measureOne(context, { scenario, recordings: warm, server, profiles, number: measured.length }, progress);
    });
    measured.push(one);
  }
  await closePool();
  await stopServer(server);
  return measured;
}

async function prepare(
  { people }: BenchContext,
  { name, requests }: Scenario,
  pace: RateLimitPacer,
  progress: Progress,
): Promise<void> {
  if (name !== "empty handler") {
    await pace.before(requests * 1.2, (seconds) => progress(`waiting ${seconds} s for the rate limit`));
  }
  people.tokens = await people.issueTokens();
}

type Turn = {
  scenario: Scenario;
  recordings: Recording[];
  server: Server;
  profiles: string | null;
  number: number;
};

async function measureOne({ port, database, people }: BenchContext, turn: Turn, progress: Progress) {
  const { scenario, recordings, server, profiles, number } = turn;
  const { name, connections } = scenario;
  const target = { port, server_pid: server.pid, postmaster_pid: database.postmaster_pid };
  const settle = () => (scenario.visitor ? checkOutAll(database.owner_url, people) : undefined);
  const numbers = new RequestNumbers();
  progress("over HTTP");
  if (profiles) process.kill(server.pid, "SIGUSR2");
  const http = await measureHttp(scenario, target, numbers).catch((cause: Error) => {
    throw new Error(`${cause.message}\nThe end of the server's log:\n${lastLines(server.log)}`, { cause });
  });
  if (profiles) await keepProfile(server.pid, profiles, number, name);
  await settle();
  progress("its SQL");
  const has_sql = recordings.some(({ statements }) => statements.length > 0);
  const sql = has_sql ? await measureSql(scenario, { recordings, people, ...target }, numbers) : null;
  await settle();
  return { name, http, sql, connections, summary: `${http.per_second.toFixed(0)}/s` };
}

async function keepProfile(pid: number, folder: string, number: number, name: string): Promise<void> {
  process.kill(pid, "SIGUSR2");
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  renameSync(join(folder, `${number}.cpuprofile`), join(folder, `${name.replace(/\W+/g, "-")}.cpuprofile`));
}
