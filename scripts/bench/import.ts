import { setTimeout as wait } from "node:timers/promises";
import { closePool } from "@/db/client";
import { type LargeGym, seedLarge } from "@/db/seed/large";
import { checkImport, getImport, readImport, runImport, undoImport, uploadImport } from "@/lib/domain/imports";
import { type Caller, systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { uploadFrom } from "@/lib/kernel/upload";
import { say, step } from "@/scripts/bootstrap/steps.mjs";
import type { BenchDatabase } from "./database";
import { type DeskLoad, deskAtWork, percentile } from "./import-desk";
import { importFile } from "./import-file";
import { countStatements, type Stage, stageMeter } from "./import-stage";

const maxBytes = 25 * 1024 * 1024;
/** The page asks once a second. */
const pollMs = 1_000;

/** Measures an import with its stages in this process, while the desk of the same process checks members in. */
export async function benchImport(database: BenchDatabase, rows: number, members: number): Promise<void> {
  countStatements();
  const scale = { members, visits: members, small_gyms: 0 };
  const gym = await step("Gym", (progress) => seedLarge({ owner_url: database.owner_url, scale }, progress));
  const caller = systemCaller("Bench", organizationOf(gym));
  const desk = await deskAtWork(database.owner_url, gym, caller);
  const alone = await step("the desk alone", () => desk.during(() => wait(5_000)));
  const stages: Stage[] = [];
  const measure = stageMeter(database.postmaster_pid, stages);
  const busy = await desk.during(() => importAll(caller, gym, rows, measure));
  await closePool();
  report(stages, alone, busy, rows);
}

type Measure = ReturnType<typeof stageMeter>;

export async function importAll(caller: Caller, gym: LargeGym, rows: number, measure: Measure): Promise<void> {
  const today = systemClock.now().toString().slice(0, 10);
  const file = [...importFile(rows, today)];
  const [location_id = ""] = gym.location_ids;
  const { id } = await measure("upload", async () => {
    const upload = uploadFrom(new Blob(file as BlobPart[]).stream(), "text/csv", maxBytes);
    return (await uploadImport.execute(caller, { file_name: "bench.csv", location_id }, { upload })).output;
  });
  await measure("reading", () => readImport(caller, { id }));
  await measure("check", () => settled(caller, id, checkImport(caller, { id })));
  await measure("create", () => settled(caller, id, runImport(caller, { id })));
  await measure("undo", () => undoImport(caller, { id }));
}

async function settled(caller: Caller, id: string, started: Promise<unknown>): Promise<void> {
  await started;
  for (let at = performance.now(); ; ) {
    if (performance.now() - at >= pollMs) {
      at = performance.now();
      const { status, failure, summary } = await getImport(caller, { id });
      if (failure) throw new Error(failure);
      if (status === "checked" || status === "done") {
        say(`  ${status}: ${summary?.ready} ready, ${summary?.refused} refused, ${summary?.created} created`);
        return;
      }
    }
    await wait(20);
  }
}

export const organizationOf = ({ organization_id, slug }: LargeGym) => ({
  id: organization_id,
  slug,
  name: slug,
  locale: "en-US",
  currency: "USD",
  brand_color: "#0d6b68",
  logo_file_id: null,
  policies: {},
});

function report(stages: Stage[], alone: DeskLoad, busy: DeskLoad, rows: number): void {
  const imported = stages.filter(({ name }) => name !== "undo");
  const sum = (of: (stage: Stage) => number) => imported.reduce((total, stage) => total + of(stage), 0);
  const total: Stage = {
    name: "all but undo",
    wall_ms: sum(({ wall_ms }) => wall_ms),
    node_cpu_ms: sum(({ node_cpu_ms }) => node_cpu_ms),
    postgres_cpu_ms: sum(({ postgres_cpu_ms }) => postgres_cpu_ms),
    statements: sum(({ statements }) => statements),
    loop_delay_ms: Math.max(...imported.map(({ loop_delay_ms }) => loop_delay_ms)),
  };
  const seconds = (ms: number) => (ms / 1_000).toFixed(2);
  say(`\n${rows} rows, in seconds`);
  say(line("", ["wall", "CPU node", "CPU postgres", "statements", "loop delay"]));
  for (const { name, wall_ms, node_cpu_ms, postgres_cpu_ms, statements, loop_delay_ms } of [...stages, total]) {
    const cells = [seconds(wall_ms), seconds(node_cpu_ms), seconds(postgres_cpu_ms), String(statements)];
    say(line(name, [...cells, seconds(loop_delay_ms)]));
  }
  say("\ncheck-ins in the same process, in ms");
  say(line("", ["count", "p50", "p99", "longest"]));
  for (const [name, { waits, refused }] of Object.entries({ alone, "during the import": busy })) {
    const at = (share: number) => percentile(waits, share).toFixed(0);
    say(line(name, [`${waits.length}${refused ? ` (${refused} refused)` : ""}`, at(0.5), at(0.99), at(1)]));
  }
}

const line = (name: string, cells: string[]) => name.padEnd(20) + cells.map((cell) => cell.padStart(14)).join("");
