import { renameSync } from "node:fs";
import { join } from "node:path";
import { closePool } from "@/db/client";
import { type Progress, step } from "@/scripts/bootstrap/steps.mjs";
import { lastLines, type Server } from "@/scripts/start/server";
import { type Measured, measureHttp, measureSql, Numbers } from "./measure";
import { Pace } from "./pace";
import { checkEverybodyOut } from "./people";
import type { Recording, Recordings } from "./recording";
import type { Scenario } from "./scenarios";
import { serve, stopServer } from "./server";
import type { Stage } from "./stage";

/** Each scenario over HTTP, then its statements alone, one after the other on an otherwise idle server. */
export async function measureAll(stage: Stage, recorded: Map<Scenario, Recordings>): Promise<Measured[]> {
  const profiles = stage.options.cpu_prof ? stage.options.out : null;
  const hook = profiles ? { preload: "profile-preload.mjs", env: { BENCH_PROFILES: profiles } } : undefined;
  const server = await step("Server", (progress) => serve(stage, progress, hook));
  const pace = new Pace();
  const measured: Measured[] = [];
  for (const [scenario, { warm }] of recorded) {
    const one = await step(scenario.name, async (progress) => {
      await prepare(stage, scenario, pace, progress);
      return measureOne(stage, { scenario, recordings: warm, server, profiles, number: measured.length }, progress);
    });
    measured.push(one);
  }
  await closePool();
  await stopServer(server);
  return measured;
}

async function prepare({ people }: Stage, { name, requests }: Scenario, pace: Pace, progress: Progress): Promise<void> {
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

async function measureOne({ port, database, people }: Stage, turn: Turn, progress: Progress) {
  const { scenario, recordings, server, profiles, number } = turn;
  const { name, connections } = scenario;
  const target = { port, server_pid: server.pid, postmaster_pid: database.postmaster_pid };
  const settle = () => (scenario.visitor ? checkEverybodyOut(database.owner_url, people) : undefined);
  const numbers = new Numbers();
  progress("over HTTP");
  if (profiles) process.kill(server.pid, "SIGUSR2");
  const http = await measureHttp(scenario, target, numbers).catch((cause: Error) => {
    throw new Error(`${cause.message}\nThe server's last words:\n${lastLines(server.log)}`, { cause });
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
