import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { say, step } from "@/scripts/bootstrap/steps.mjs";
import { endAll, endOnSignal, onExit } from "@/scripts/start/cleanup";
import { benchAgainst } from "./against/run";
import { benchBilling } from "./billing";
import { budgets, type Verdict, verdictOn } from "./budgets";
import { type BenchContext, environment, prepareBench } from "./context";
import { hasProc } from "./cpu";
import { type BenchDatabase, openDatabase } from "./database";
import { benchGateways } from "./gateways";
import { benchImport } from "./import";
import { benchJobs } from "./jobs";
import { type Measured, measureAll } from "./measure-all";
import { type BenchOptions, benchOptions } from "./options";
import { longReads, type Plan, plansOf } from "./plans";
import { recordAll } from "./record-all";
import type { Recordings } from "./recording";
import { statementsOf } from "./replay";
import { reportBudgets, reportPlans, reportTable } from "./report";
import type { Scenario } from "./scenarios";

/** Offset, so that EXPLAIN of write requests uses other members than the recording. */
const FOR_PLANS = 5;

async function run(options: BenchOptions): Promise<void> {
  if (options.out) mkdirSync(options.out, { recursive: true });
  if (options.only === "jobs") return runAlone((database) => measureJobs(database, options));
  if (options.only === "billing") return runAlone((database) => measureBilling(database, options));
  if (options.only === "gateways") return runAlone((database) => measureGateways(database, options));
  if (options.only === "import") return runAlone((database) => measureImport(database, options));
  const context = await prepareBench(options);
  if (options.against) return benchAgainst(context, options.against);
  const recorded = await recordAll(context);
  const plans = await step("Plans", () => explainAll(context, recorded));
  if (options.out) writeFindings(options.out, plans, recorded);
  const measured = await measureAll(context, recorded);

  if (!hasProc()) say("\nThis system has no /proc: CPU times are missing below.");
  reportTable(measured);
  const long_reads = await longReads(context.database.superuser_url, plans);
  reportPlans(plans, long_reads, options.is_small);
  // A profile costs CPU, so it is compared with no budget.
  const verdicts = hasProc() && !options.cpu_prof ? measured.flatMap(verdictsOn) : [];
  if (verdicts.length > 0) reportBudgets(verdicts);
  if (!options.only) await measureJobs(context.database, options);
  const exceeds = verdicts.some(({ is_kept }) => !is_kept);
  const failed = exceeds || long_reads.some(({ is_cached }) => !is_cached);
  if (failed && !options.is_small) process.exitCode = 1;
}

function verdictsOn({ name, http }: Measured): Verdict[] {
  const [loaded, budget] = [http.at(-1), budgets[name]];
  return loaded && budget ? [verdictOn(name, budget, loaded, loaded.unit)] : [];
}

const measureJobs = (database: BenchDatabase, { is_small }: BenchOptions) =>
  benchJobs(database, is_small ? 400 : 2_000);

const measureImport = (database: BenchDatabase, { is_small }: BenchOptions) =>
  is_small ? benchImport(database, 5_000, 12_000) : benchImport(database, 50_000, 100_000);

const measureBilling = (database: BenchDatabase, { is_small }: BenchOptions) =>
  benchBilling(
    database,
    is_small ? { memberships: 4_000, invoices: 20_000 } : { memberships: 100_000, invoices: 1_000_000 },
  );

const measureGateways = (database: BenchDatabase, { is_small }: BenchOptions) =>
  benchGateways(database, is_small ? { invoices: 4_000, events: 400 } : { invoices: 100_000, events: 10_000 });

/** For measurements that need no build. */
async function runAlone(measure: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const database = await step("Database", () => openDatabase({ wants_statistics: false }));
  onExit(database.discard);
  Object.assign(process.env, environment(database, 0));
  await measure(database);
}

async function explainAll({ database, people }: BenchContext, recorded: Map<Scenario, Recordings>): Promise<Plan[]> {
  const found: Plan[] = [];
  for (const [scenario, { cold, warm: answered }] of recorded) {
    const warm = answered.flatMap(({ statements }) => statements);
    const requests = cold.map((_, n) => statementsOf(scenario, cold, people, n + FOR_PLANS));
    found.push(...(await plansOf(database.superuser_url, scenario.name, { requests, warm })));
  }
  return found;
}

function writeFindings(folder: string, plans: Plan[], recorded: Map<Scenario, Recordings>): void {
  const text = plans
    .toSorted((a, b) => b.duration_ms - a.duration_ms)
    .map(({ scenario, duration_ms, raw }) => `${scenario}, ${duration_ms} ms\n${raw}\n`);
  writeFileSync(join(folder, "plans.txt"), text.join("\n"));
  const statements = Array.from(recorded, ([{ name }, { warm }]) => ({ name, ...warm[0] }));
  writeFileSync(join(folder, "statements.json"), JSON.stringify(statements, null, 2));
}

endOnSignal(() => undefined);
try {
  await run(benchOptions(process.argv.slice(2)));
} catch (error) {
  say(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
await endAll();
