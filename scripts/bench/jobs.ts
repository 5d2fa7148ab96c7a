import { type ChildProcess, fork } from "node:child_process";
import { closePool } from "@/db/client";
import { executorQuery } from "@/db/tenancy";
import { ingest } from "@/inngest/embedded";
import { say, step } from "@/scripts/bootstrap/steps.mjs";
import { onExit } from "@/scripts/start/cleanup";
import { processCpuMs, processTreeCpuMs } from "./cpu";
import type { BenchDatabase } from "./database";
import type { ToParent } from "./jobs-worker";

type Load = { per_second: number; node_cpu_ms: number; postgres_cpu_ms: number };
type Turn = { count: number; pid: number; postmaster_pid: number };

const atOnce = 12;
const perSending = 100;

/** Measures the executor relative to one insert and one update in PostgreSQL. */
export async function benchJobs({ postmaster_pid }: BenchDatabase, events: number): Promise<void> {
  const worker = await step("Executor", startWorker);
  const pid = worker.pid ?? 0;
  const turn = { count: events, pid, postmaster_pid };
  const floor = await step("a row written and changed", () => measure({ ...turn, pid: process.pid }, writeAndChange));
  await step("warm-up", () => measure({ ...turn, count: Math.ceil(events / 5) }, runsOf(1)));
  const one = await step("runs of one step", () => measure(turn, runsOf(1)));
  const five = await step("runs of five steps", () => measure(turn, runsOf(5)));
  const { waits } = await step("the start of a run on an idle executor", () => latencies(worker, 40));
  worker.kill("SIGKILL");
  await closePool();
  report({ floor, one, five, waits });
}

function startWorker(): Promise<ChildProcess> {
  const worker = fork("scripts/bench/jobs-worker.ts", {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  onExit(async () => void worker.kill("SIGKILL"));
  return new Promise((resolve, reject) => {
    worker.once("message", () => resolve(worker));
    worker.once("exit", (code) => reject(new Error(`The executor's process ended with code ${code}`)));
  });
}

async function measure(
  { count, pid, postmaster_pid }: Turn,
  work: (count: number) => Promise<void>,
): Promise<Load & { summary: string }> {
  const [node, postgres, from] = [processCpuMs(pid), processTreeCpuMs(postmaster_pid), performance.now()];
  await work(count);
  const per_second = (count / (performance.now() - from)) * 1_000;
  return {
    per_second,
    node_cpu_ms: (processCpuMs(pid) - node) / count,
    postgres_cpu_ms: (processTreeCpuMs(postmaster_pid) - postgres) / count,
    summary: `${per_second.toFixed(0)}/s`,
  };
}

async function writeAndChange(count: number): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < count) {
      const id = `floor-${performance.now()}-${next++}`;
      await executorQuery(
        "insert into job_events (id, name, data, occurred_at) values ($1, 'bench/floor', '{}', now())",
        [id],
      );
      await executorQuery("update job_events set routed_at = now() where id = $1", [id]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

const runsOf = (steps: number) => async (count: number) => {
  const before = await finished();
  for (let at = 0; at < count; at += perSending) {
    const size = Math.min(perSending, count - at);
    await ingest(Array.from({ length: size }, () => ({ name: `bench/steps-${steps}`, data: {} })));
  }
  while ((await finished()) < before + count) await new Promise((resolve) => setTimeout(resolve, 10));
};

async function finished(): Promise<number> {
  const { rows } = await executorQuery<{ count: number }>(
    "select count(*)::int as count from job_runs where finished_at is not null and function_id like 'bench-steps-%'",
  );
  return rows[0]?.count ?? 0;
}

/** The time from sending an event in the executor's process to the first line of the function. */
async function latencies(worker: ChildProcess, count: number): Promise<{ waits: number[]; summary: string }> {
  const waits: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const from = performance.timeOrigin + performance.now();
    const started = new Promise<number>((resolve) => {
      worker.once("message", (message: ToParent) => resolve("started_at" in message ? message.started_at : 0));
    });
    worker.send("bench/latency");
    waits.push((await started) - from);
  }
  waits.sort((a, b) => a - b);
  return { waits, summary: `${at(waits, 0.5).toFixed(0)} ms` };
}

const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

function report({ floor, one, five, waits }: { floor: Load; one: Load; five: Load; waits: number[] }): void {
  const cpu = ({ node_cpu_ms, postgres_cpu_ms }: Load) => node_cpu_ms + postgres_cpu_ms;
  const perStep = (of: (load: Load) => number) => (of(five) - of(one)) / 4;
  const rows = [
    ["", "events/s", "CPU node", "CPU postgres", "CPU : row"],
    ...(
      [
        ["a row written and changed", floor],
        ["a run of one step", one],
        ["a run of five steps", five],
      ] as const
    ).map(([name, load]) => [
      name,
      load.per_second.toFixed(0),
      load.node_cpu_ms.toFixed(2),
      load.postgres_cpu_ms.toFixed(2),
      (cpu(load) / cpu(floor)).toFixed(1),
    ]),
    [
      "  each further step",
      "",
      perStep(({ node_cpu_ms }) => node_cpu_ms).toFixed(2),
      perStep(({ postgres_cpu_ms }) => postgres_cpu_ms).toFixed(2),
      (perStep(cpu) / cpu(floor)).toFixed(1),
    ],
  ];
  say("");
  for (const [name = "", ...cells] of rows) say(name.padEnd(28) + cells.map((cell) => cell.padStart(14)).join(""));
  say(
    `\nCPU in ms for each event. An event starts its run on an idle executor after ${at(waits, 0.5).toFixed(0)} ms (median), ${at(waits, 0.95).toFixed(0)} ms (p95).`,
  );
}
