import type { BenchContext } from "@/scripts/bench/context";
import { processTreeCpuMs } from "@/scripts/bench/cpu";
import { type Figures, figuresOf, medianFigures } from "@/scripts/bench/figures";
import { RequestNumbers, send } from "@/scripts/bench/measure";
import { checkOutAll } from "@/scripts/bench/people";
import { RateLimitPacer } from "@/scripts/bench/rate-limit-pacer";
import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import type { Compared } from "./goals";
import type { Machine } from "./machine";
import type { AgainstOptions } from "./options";
import type { Pair } from "./pairs";

type Side = { port: number; server_pid: number; postmaster_pid: number };
type Sides = { ours: Side; rival: Side; machine: Machine };
type Kind = NonNullable<Pair["rival"]>;

/** More would meet the rate limit. */
const MOST_REQUESTS = 4_000;
const WARM_UP = { most_ms: 2_500, most: 800 };

/** Ours, the rival, ours, the rival, and so on. */
export class TakeTurns {
  private readonly pace = new RateLimitPacer();
  private readonly numbers = { ours: new RequestNumbers(), rival: new RequestNumbers() };

  constructor(
    private readonly context: BenchContext,
    private readonly options: AgainstOptions,
    private readonly sides: Sides,
  ) {}

  async compare(pair: Pair, connections: number, progress: Progress): Promise<Compared & { summary: string }> {
    const { seconds, repetitions } = this.options;
    const { name, is_write, rival } = pair;
    const measured = { ours: [] as Figures[], rival: [] as Figures[] };
    for (let turn = 0; turn <= repetitions; turn++) {
      const is_warm_up = turn === 0;
      const bounds = is_warm_up ? WARM_UP : { most_ms: seconds * 1_000, most: MOST_REQUESTS };
      progress(is_warm_up ? "warm-up" : "ours", turn, repetitions);
      await this.prepare(Math.min(bounds.most, this.expected(measured.ours, seconds)), progress);
      const ours = await this.measure("ours", { ...pair.ours, name, connections }, bounds);
      if (is_write) await checkOutAll(this.context.database.owner_url, this.context.people);
      if (rival) progress(is_warm_up ? "warm-up" : "the rival", turn, repetitions);
      const other =
        rival && (await this.measure("rival", { ...rival, name: `the rival's ${name}`, connections }, bounds));
      if (is_warm_up) continue;
      measured.ours.push(ours);
      if (other) measured.rival.push(other);
    }
    const [ours, theirs] = [medianFigures(measured.ours), rival ? medianFigures(measured.rival) : null];
    const summary = `${ours.per_second.toFixed(0)}/s${theirs ? ` beside ${theirs.per_second.toFixed(0)}/s` : ""}`;
    return { name, connections, ours, rival: theirs, summary };
  }

  private expected(measured: Figures[], seconds: number): number {
    const last = measured.at(-1);
    return last ? Math.ceil(last.per_second * seconds * 1.2) : MOST_REQUESTS;
  }

  private async prepare(requests: number, progress: Progress): Promise<void> {
    await this.pace.before(requests, (wait_s) => progress(`waiting ${wait_s} s for the rate limit`));
    const { people } = this.context;
    people.tokens = await people.issueTokens();
  }

  private measure(
    who: "ours" | "rival",
    { name, connections, request, status }: Kind & { name: string; connections: number },
    { most_ms, most }: { most_ms: number; most: number },
  ): Promise<Figures> {
    const { port, server_pid, postmaster_pid } = this.sides[who];
    return this.sides.machine.during(async () => {
      const numbers = this.numbers[who].take(most);
      const [load_cpu, server] = [process.cpuUsage(), processTreeCpuMs(server_pid)];
      const postgres = processTreeCpuMs(postmaster_pid);
      const { latencies, took_ms } = await send({ name, request, status }, { port, connections, most_ms }, numbers);
      const cpu = {
        node: processTreeCpuMs(server_pid) - server,
        postgres: processTreeCpuMs(postmaster_pid) - postgres,
      };
      const { user, system } = process.cpuUsage(load_cpu);
      const cpu_ms = cpu.node + cpu.postgres + (user + system) / 1_000;
      return { result: figuresOf(Array.from(latencies), took_ms, cpu), cpu_ms };
    });
  }
}
