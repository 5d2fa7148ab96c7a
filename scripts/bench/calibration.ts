import { createHash } from "node:crypto";
import type { Client } from "pg";
import { processCpuMs } from "./cpu";

/** CPU time of a fixed piece of work, in ms: how fast this machine is at this moment. */
export type Unit = { node_ms: number; postgres_ms: number };

const ROWS = 100_000;
const KEYS = 120;
const ROUNDS = 300;
const NAME = "bench_calibration";

/** Creates the table that the fixed statement reads. It belongs to the benchmark, so no migration changes it. */
export async function prepareCalibration(client: Client): Promise<void> {
  await client.query(`create table ${NAME} (id int primary key, filler text not null)`);
  await client.query(`insert into ${NAME} select i, repeat(md5(i::text), 4) from generate_series(1, ${ROWS}) i`);
  await client.query(`vacuum analyze ${NAME}`);
  await sampleUnit(client);
}

/** Node and PostgreSQL work at the same time, so that both compete for the cores as in a measurement. */
export async function sampleUnit(client: Client): Promise<Unit> {
  const pid = await backendOf(client);
  const [cpu, postgres] = [process.cpuUsage(), processCpuMs(pid)];
  for (let round = 0; round < ROUNDS; round++) {
    const answer = client.query({ name: NAME, text: statement, values: [keysOf(round)] });
    workInNode(round);
    await answer;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { node_ms: (user + system) / 1_000 / ROUNDS, postgres_ms: (processCpuMs(pid) - postgres) / ROUNDS };
}

/** About 1 ms at 3 GHz. */
const statement = `select md5(string_agg(c.filler, '' order by c.filler)) from unnest($1::int[]) k join ${NAME} c on c.id = k`;

const keysOf = (round: number): number[] =>
  Array.from({ length: KEYS }, (_, index) => 1 + ((round * 7_919 + index * 104_729) % ROWS));

/** About 1 ms at 3 GHz: JSON, objects, text and a hash, as in a request. */
function workInNode(round: number): string {
  const rows = Array.from({ length: 200 }, (_, index) => ({
    id: `row-${round}-${index}`,
    name: `Member ${index}`,
    tags: ["one", "two"],
    visits: index * 3,
    is_active: index % 2 === 0,
  }));
  const copy = JSON.parse(JSON.stringify(rows)) as typeof rows;
  const sorted = copy
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((row) => ({ ...row, id: row.id.toUpperCase() }));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}

async function backendOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  return rows[0]?.pid ?? 0;
}

export const meanUnit = (units: Unit[]): Unit => ({
  node_ms: mean(units.map(({ node_ms }) => node_ms)),
  postgres_ms: mean(units.map(({ postgres_ms }) => postgres_ms)),
});

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
