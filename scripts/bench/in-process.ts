import { type LargeGym, seedLarge } from "@/db/seed/large";
import { type Caller, systemCaller } from "@/lib/kernel/caller";
import { say, step } from "@/scripts/bootstrap/steps.mjs";
import type { BenchDatabase } from "./database";
import { type Stage, stageMeter } from "./import-stage";

/** A large gym whose operations are measured in this process. */
export type InProcess = { database: BenchDatabase; gym: LargeGym; caller: Caller };
export type Row = { name: string; count: number; stage: Stage };

export async function inProcess(database: BenchDatabase, members: number): Promise<InProcess> {
  const scale = { members, visits: 1_000, small_gyms: 0 };
  const gym = await step("Gym", (progress) => seedLarge({ owner_url: database.owner_url, scale }, progress));
  return { database, gym, caller: systemCaller("Bench", organizationOf(gym)) };
}

const organizationOf = ({ organization_id, slug }: LargeGym) => ({
  ...{ id: organization_id, slug, name: slug, locale: "en-US", currency: "USD", brand_color: "#0d6b68" },
  ...{ logo_file_id: null, policies: {} },
});

export const meter = ({ database }: InProcess) => {
  const stages: Stage[] = [];
  const measure = stageMeter(database.postmaster_pid, stages);
  return async (name: string, count: number, work: () => Promise<unknown>): Promise<Row> => {
    await measure(name, work);
    return { name, count, stage: stages.at(-1) as Stage };
  };
};

export function report(rows: readonly Row[]): void {
  say("");
  say(line("", ["count", "wall s", "per second", "CPU node ms", "CPU postgres ms"]));
  for (const { name, count, stage } of rows) {
    const { wall_ms, node_cpu_ms, postgres_cpu_ms } = stage;
    const each = [node_cpu_ms, postgres_cpu_ms].map((ms) => (ms / count).toFixed(2));
    say(line(name, [String(count), (wall_ms / 1_000).toFixed(2), ((count / wall_ms) * 1_000).toFixed(0), ...each]));
  }
  say("\nCPU for each.");
}

const line = (name: string, cells: string[]) => name.padEnd(32) + cells.map((cell) => cell.padStart(16)).join("");
