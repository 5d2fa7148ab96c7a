import { processTreeCpuMs } from "./cpu";
import { type Figures, figuresOf } from "./figures";
import { sendLoad } from "./load";
import type { People } from "./people";
import type { Recording } from "./recording";
import { replay, statementsOf } from "./replay";
import type { Scenario } from "./scenarios";

const WARM_UP = 0.25;

type Target = { port: number; server_pid: number; postmaster_pid: number };
type Load = { connections: number; requests: number };

/** Allocates request numbers, so that no member is checked in twice. */
export class RequestNumbers {
  private next = 10;
  take(count: number): number[] {
    const from = this.next;
    this.next += count;
    return Array.from({ length: count }, (_, index) => from + index);
  }
}

/** Sends the n-th requests and requires the expected status. */
export async function send(
  { name, request, status }: Pick<Scenario, "name" | "request" | "status">,
  { port, connections, most_ms }: { port: number; connections: number; most_ms?: number },
  numbers: number[],
) {
  const load = await sendLoad({ port, connections, requests: numbers.map(request), most_ms });
  const wrong = Object.keys(load.statuses).filter((code) => Number(code) !== status);
  if (wrong.length > 0) throw new Error(`${name} answered ${JSON.stringify(load.statuses)}: ${load.sample}`);
  return load;
}

export async function measureHttp(
  scenario: Scenario,
  { port, server_pid, postmaster_pid }: Target,
  { connections, requests }: Load,
  numbers: RequestNumbers,
): Promise<Figures> {
  const sendSome = (count: number) => send(scenario, { port, connections }, numbers.take(count));
  await sendSome(Math.ceil(requests * WARM_UP));
  const [server, postgres] = [processTreeCpuMs(server_pid), processTreeCpuMs(postmaster_pid)];
  const { latencies, took_ms } = await sendSome(requests);
  return figuresOf(Array.from(latencies), took_ms, {
    node: processTreeCpuMs(server_pid) - server,
    postgres: processTreeCpuMs(postmaster_pid) - postgres,
  });
}

type Replayed = { recordings: Recording[]; people: People; postmaster_pid: number };

export async function measureSql(
  scenario: Scenario,
  { recordings, people, postmaster_pid }: Replayed,
  { connections, requests }: Load,
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
    await Promise.all(Array.from({ length: connections }, connection));
    const took_ms = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    return figuresOf(latencies, took_ms, {
      node: (user + system) / 1_000,
      postgres: processTreeCpuMs(postmaster_pid) - postgres,
    });
  };
  await run(Math.ceil(requests * WARM_UP));
  return run(requests);
}
