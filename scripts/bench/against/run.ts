import type { BenchContext } from "@/scripts/bench/context";
import { hasProc, processTree, residentMb } from "@/scripts/bench/cpu";
import { send } from "@/scripts/bench/measure";
import { serve, stopServer } from "@/scripts/bench/server";
import { say, step } from "@/scripts/bootstrap/steps.mjs";
import type { Server } from "@/scripts/start/server";
import { type Compared, goalsOf, type Idle } from "./goals";
import { Machine } from "./machine";
import type { AgainstOptions } from "./options";
import { firstOf, pairsOf } from "./pairs";
import { reportComparison, reportGoals } from "./report";
import { databaseOf, listenerOn } from "./sockets";
import { TakeTurns } from "./take-turns";

/** Idle memory is read after the start has settled. */
const IDLE_AFTER_MS = 3_000;

/** Measures the own server and another one in turns, so that both meet the same machine. Only ratios within one run count. */
export async function benchAgainst(context: BenchContext, options: AgainstOptions): Promise<void> {
  if (!hasProc()) throw new Error("--against reads CPU times from /proc, which this system does not have.");
  const { people, gym, database, port } = context;
  const { server, idle } = await step("Server", (progress) => startIdle(context, progress));
  const rival_pid = listenerOn(options.port);
  // Its pool opens with the first requests, and they show whether the token is valid.
  await send({ name: "The other server", ...firstOf(options) }, { port: options.port, connections: 4 }, [0, 1, 2, 3]);
  const machine = new Machine();
  const turns = new TakeTurns(context, options, {
    ours: { port, server_pid: server.pid, postmaster_pid: database.postmaster_pid },
    rival: { port: options.port, server_pid: rival_pid, postmaster_pid: databaseOf(rival_pid) },
    machine,
  });
  const { connections, only } = context.options;
  const pairs = pairsOf({ people, gym, connections }, options);
  const compared: Compared[] = [];
  for (const pair of pairs.filter(({ name }) => !only || name.includes(only))) {
    for (const count of new Set(pair.connections)) {
      compared.push(await step(`${pair.name}, ${count}`, (progress) => turns.compare(pair, count, progress)));
    }
  }
  await stopServer(server);
  reportComparison(compared);
  say(`Other programs used ${(machine.shareOfOthers() * 100).toFixed(0)} % of the machine during the measurements.`);
  reportGoals(goalsOf(compared, idle));
}

async function startIdle(
  context: BenchContext,
  progress: (label: string) => void,
): Promise<{ server: Server; idle: Idle }> {
  const began = performance.now();
  const server = await serve(context, progress);
  const ready_ms = performance.now() - began;
  await new Promise((resolve) => setTimeout(resolve, IDLE_AFTER_MS));
  const memory_mb = Math.max(...processTree(server.pid).map(residentMb));
  return { server, idle: { ready_ms, memory_mb } };
}
