import { say } from "@/scripts/bootstrap/steps.mjs";
import type { Verdict } from "./budgets";
import type { Figures } from "./figures";
import type { Measured } from "./measure-all";
import type { LongRead, Plan } from "./plans";
import { number, printTable } from "./table";

const SLOW_MS = 20;

const columns = ["", "conn.", "req/s", "p50", "p99", "statements", "planning", "CPU Node", "CPU PostgreSQL"];

export function reportTable(measured: Measured[]): void {
  const rows = measured.flatMap(({ name, statements, http, sql }) => [
    ...http.map((one, at) => {
      const [per_second = "", p50 = "", p99 = "", ...cpu] = figures(one);
      const planning = one.planning_ms === null ? "" : number(one.planning_ms);
      const asked = [number(statements), planning];
      return [at === 0 ? name : "", String(one.connections), per_second, p50, p99, ...asked, ...cpu];
    }),
    ...(sql ? [withoutPlanning("  its SQL alone", figures(sql))] : []),
  ]);
  printTable(columns, rows);
  say(
    "\nTimes in ms. Statements, planning and CPU are per request; CPU is that of all processes of the server (for its SQL",
  );
  say("alone: of node-postgres in this process), and of all of PostgreSQL.");
}

const withoutPlanning = (name: string, [per_second = "", p50 = "", p99 = "", ...cpu]: string[]) => [
  ...[name, "", per_second, p50, p99],
  ...["", "", ...cpu],
];

const figures = ({ per_second, p50_ms, p99_ms, node_cpu_ms, postgres_cpu_ms }: Figures): string[] => [
  per_second.toFixed(0),
  ...[p50_ms, p99_ms, node_cpu_ms, postgres_cpu_ms].map(number),
];

/** `used` is what a new budget would be. */
export function reportBudgets(verdicts: Verdict[]): void {
  const rows = verdicts.map(({ name, used, budget, ratio, is_kept }) => [
    `${is_kept ? "PASS" : "FAIL"}  ${name}`,
    ...[used.node, used.postgres, budget.node, budget.postgres].map((units) => units.toFixed(2)),
    `${ratio.toFixed(2)}x`,
  ]);
  printTable(["Budgets", "Node", "PostgreSQL", "of Node", "of PostgreSQL", "CPU : budget"], rows);
  say("\nIn units of the calibration in the same run. A budget fails above 1.15x; times never fail.");
}

export function reportPlans(plans: Plan[], long_reads: LongRead[], is_small: boolean): void {
  const slow = plans.filter(({ duration_ms }) => duration_ms >= SLOW_MS).sort((a, b) => b.duration_ms - a.duration_ms);
  if (slow.length > 0) say(`\nStatements of ${SLOW_MS} ms and more:`);
  for (const { scenario, duration_ms, text } of slow.slice(0, 12)) {
    say(`  ${duration_ms.toFixed(1).padStart(7)} ms  ${scenario}: ${text.slice(0, 140)}`);
  }
  const weight = is_small ? " (not relevant at this size)" : "";
  if (long_reads.every(({ is_cached }) => is_cached))
    say("\nPASS  no statement with warm caches reads a whole large table");
  for (const { scenario, table, how, rows, condition, text, is_cached } of long_reads) {
    const result = is_cached ? "NOTE" : "FAIL";
    const how_often = is_cached ? ", once, with cold caches" : weight;
    say(`\n${result}  ${scenario} reads ${Math.round(rows)} rows of ${table}${how_often}`);
    say(`      ${how}: ${condition.slice(0, 200)}\n      ${text.slice(0, 300)}`);
  }
}
