import type { Client } from "pg";
import { closePool } from "@/db/client";
import { type Progress, step } from "@/scripts/bootstrap/steps.mjs";
import { withConnection } from "@/scripts/database/connect";
import { lastLines, type Server } from "@/scripts/start/server";
import { meanUnit, prepareCalibration, sampleUnit, type Unit } from "./calibration";
import type { BenchContext } from "./context";
import { untilIdle } from "./cpu";
import type { Figures } from "./figures";
import { measureHttp, measureSql, RequestNumbers, send } from "./measure";
import { checkOutAll } from "./people";
import { Profiler } from "./profile/profiler";
import { RateLimitPacer } from "./rate-limit-pacer";
import type { Recording, Recordings } from "./recording";
import { EMPTY, type Scenario } from "./scenarios";
import { serve, stopServer } from "./server";
import { planningMsOf, prepareStatistics } from "./statistics";

type HttpMeasured = Figures & { connections: number; planning_ms: number | null; unit: Unit };

export type Measured = {
  name: string;
  /** Round trips to PostgreSQL of one request. */
  statements: number;
  /** In the order of the connections. */
  http: HttpMeasured[];
  sql: Figures | null;
};

/** Fewer requests on fewer connections, and fewer to count the planning time. */
const SHARE_OF_FEW = 0.15;

/** Measures each scenario over HTTP and then its SQL alone, on an otherwise idle server. */
export async function measureAll(context: BenchContext, recorded: Map<Scenario, Recordings>): Promise<Measured[]> {
  const { options, database } = context;
  const profiler = options.cpu_prof && options.out ? new Profiler(options.out) : null;
  const server = await step("Server", async (progress) => {
    const started = await serve(context, progress, { hook: profiler?.hook });
    await untilIdle([started.pid, database.postmaster_pid]);
    return started;
  });
  const measured = await withConnection(database.postgres_url, async (client) => {
    await prepareCalibration(client);
    if (database.has_statistics) await prepareStatistics(client);
    const all: Measured[] = [];
    const pace = new RateLimitPacer();
    for (const [scenario, { warm }] of recorded) {
      const turn = { scenario, recordings: warm, server, client, pace, profiler };
      all.push(await step(scenario.name, (progress) => measureOne(context, turn, progress)));
    }
    return all;
  });
  await closePool();
  await stopServer(server);
  profiler?.report();
  return measured;
}

type Turn = {
  scenario: Scenario;
  recordings: Recording[];
  server: Server;
  client: Client;
  pace: RateLimitPacer;
  profiler: Profiler | null;
};

async function measureOne(context: BenchContext, turn: Turn, progress: Progress) {
  const { database, people } = context;
  const { scenario, recordings, client } = turn;
  const numbers = new RequestNumbers();
  const settle = () => (scenario.visitor ? checkOutAll(database.owner_url, people) : undefined);
  const http: HttpMeasured[] = [];
  for (const connections of scenario.connections) {
    const before = await sampleUnit(client);
    const figures = await measureOverHttp(context, turn, { connections, numbers }, progress);
    await settle();
    http.push({ ...figures, connections, unit: meanUnit([before, await sampleUnit(client)]) });
  }
  progress("its SQL");
  const { name, connections, requests } = scenario;
  const statements = recordings.reduce((sum, one) => sum + one.statements.length, 0) / recordings.length;
  const load = { connections: connections.at(-1) ?? 1, requests };
  const replayed = { recordings, people, postmaster_pid: database.postmaster_pid };
  const sql = statements > 0 ? await measureSql(scenario, replayed, load, numbers) : null;
  await settle();
  return { name, statements, http, sql, summary: `${http.at(-1)?.per_second.toFixed(0)}/s` };
}

type Round = { connections: number; numbers: RequestNumbers };

async function measureOverHttp(
  { port, database, people }: BenchContext,
  { scenario, server, client, pace, profiler }: Turn,
  { connections, numbers }: Round,
  progress: Progress,
): Promise<Figures & { planning_ms: number | null }> {
  const few = Math.ceil(scenario.requests * SHARE_OF_FEW);
  const requests = connections === scenario.connections.at(-1) ? scenario.requests : few;
  if (scenario.name !== EMPTY) {
    await pace.before(requests * 1.3 + few, (seconds) => progress(`waiting ${seconds} s for the rate limit`));
  }
  people.tokens = await people.issueTokens();
  progress(`${connections} at once`);
  const target = { port, server_pid: server.pid, postmaster_pid: database.postmaster_pid };
  const measure = () =>
    measureHttp(scenario, target, { connections, requests }, numbers).catch((cause: Error) => {
      throw new Error(`${cause.message}\nThe end of the server's log:\n${lastLines(server.log)}`, { cause });
    });
  const figures = await (profiler?.during(server.pid, `${scenario.name} ${connections}`, measure) ?? measure());
  if (!database.has_statistics) return { ...figures, planning_ms: null };
  const planning_ms = await planningMsOf(client, () => send(scenario, { port, connections }, numbers.take(few)));
  return { ...figures, planning_ms: planning_ms / few };
}
