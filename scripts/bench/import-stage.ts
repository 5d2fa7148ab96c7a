import { monitorEventLoopDelay } from "node:perf_hooks";
import { Client } from "pg";
import { step } from "@/scripts/bootstrap/steps.mjs";
import { processTreeCpuMs } from "./cpu";

export type Stage = {
  name: string;
  wall_ms: number;
  node_cpu_ms: number;
  postgres_cpu_ms: number;
  statements: number;
  /** The longest delay of the event loop. */
  loop_delay_ms: number;
};

let sent = 0;

/** Counts the statements of connections that open from now on, those of the desk included. */
export function countStatements(): void {
  const { query } = Client.prototype;
  Client.prototype.query = function counted(this: Client, ...given: unknown[]) {
    sent++;
    return Reflect.apply(query, this, given);
  } as typeof query;
}

/** Returns a function that measures one stage and adds it to `stages`. */
export const stageMeter =
  (postmaster_pid: number, stages: Stage[]) =>
  <T>(name: string, work: () => Promise<T>): Promise<T> =>
    step(name, async () => {
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const [from, cpu, postgres, statements] = [
        performance.now(),
        process.cpuUsage(),
        processTreeCpuMs(postmaster_pid),
        sent,
      ];
      const result = await work();
      const { user, system } = process.cpuUsage(cpu);
      stages.push({
        name,
        wall_ms: performance.now() - from,
        node_cpu_ms: (user + system) / 1_000,
        postgres_cpu_ms: processTreeCpuMs(postmaster_pid) - postgres,
        statements: sent - statements,
        loop_delay_ms: delay.max / 1e6,
      });
      delay.disable();
      return result;
    });
