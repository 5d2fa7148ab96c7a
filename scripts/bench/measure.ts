import { processCpuMs, processTreeCpuMs } from "./cpu";
import { sendLoad } from "./load";
import type { People } from "./people";
import type { Recording } from "./recording";
import { replay, statementsOf } from "./replay";
import type { Scenario } from "./scenarios";

export type Figures = {
  per_second: number;
  p50_ms: number;
  p99_ms: number;
  /** Per request: of the server, or of this process for the SQL measurement. */
  node_cpu_ms: number;
  /** Per request: of all PostgreSQL processes. */
  postgres_cpu_ms: number;
};

export type Measured = { name: string; http: Figures; sql: Figures | null; connections: number };

const WARM_UP = 0.15;

type Target = { port: number; server_pid: number; postmaster_pid: number };

/** Allocates request numbers, so that no member is checked in twice. */
export class RequestNumbers {
  private next = 10;
  take(count: number): number[] {
    const from = this.next;
    this.next += count;
    return Array.from({ length: count }, (_, index) => from + index);
  }
}

export async function measureHttp(scenario: Scenario, target: Target, numbers: RequestNumbers): Promise<Figures> {
  const { port, server_pid, postmaster_pid } = target;
  const send = async (count: number) => {
    const load = await sendLoad(port, scenario.connections, numbers.take(count).map(scenario.request));
    const wrong = Object.keys(load.statuses).filter((status) => Number(status) !== scenario.status);
    if (wrong.length > 0) throw new Error(`${scenario.name} answered ${JSON.stringify(load.statuses)}: ${load.sample}`);
    return load;
  };
  await send(Math.ceil(scenario.requests * WARM_UP));
  const [server, postgres] = [processCpuMs(server_pid), processTreeCpuMs(postmaster_pid)];
  const { latencies, took_ms } = await send(scenario.requests);
  return figuresOf(Array.from(latencies), took_ms, {
    node: processCpuMs(server_pid) - server,
    postgres: processTreeCpuMs(postmaster_pid) - postgres,
  });
}

type Replayed = { recordings: Recording[]; people: People; postmaster_pid: number };

export async function measureSql(
  scenario: Scenario,
  { recordings, people, postmaster_pid }: Replayed,
  numbers: RequestNumbers,
): Promise<Figures> {
  const run = async (count: number) => {
    const prepared = numbers.take(count).map((n) => statementsOf(scenario, recordings, people, n));
    const latencies: number[] = [];
    const [cpu, postgres, began] = [process.cpuUsage(), processTreeCpuMs(postmaster_pid), performance.now()];
    const connection = async () => {
      for (let statements = prepared.pop(); statements; statements = prepared.pop()) {
        const sent = performance.now();
        await replay(statements);
        latencies.push(performance.now() - sent);
      }
    };
    await Promise.all(Array.from({ length: scenario.connections }, connection));
    const took_ms = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    return figuresOf(latencies, took_ms, {
      node: (user + system) / 1_000,
      postgres: processTreeCpuMs(postmaster_pid) - postgres,
    });
  };
  await run(Math.ceil(scenario.requests * WARM_UP));
  return run(scenario.requests);
}

function figuresOf(latencies: number[], took_ms: number, cpu: { node: number; postgres: number }): Figures {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return {
    per_second: (latencies.length / took_ms) * 1_000,
    p50_ms: at(0.5),
    p99_ms: at(0.99),
    node_cpu_ms: cpu.node / latencies.length,
    postgres_cpu_ms: cpu.postgres / latencies.length,
  };
}
