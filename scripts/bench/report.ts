import { say } from "@/scripts/bootstrap/steps.mjs";
import type { Goal } from "./goals";
import type { Figures, Measured } from "./measure";
import type { LongRead, Plan } from "./plans";

const SLOW_MS = 20;

const columns = [
  "",
  "conn.",
  "req/s",
  "p50",
  "p99",
  "CPU server",
  "CPU postgres",
  "req/s : SQL",
  "p99 : SQL",
  "CPU : empty + SQL",
];

export function reportTable(measured: Measured[]): void {
  const empty = measured.find(({ name }) => name === "empty handler")?.http;
  const lines = measured.flatMap(({ name, http, sql, connections }) => [
    [name, String(connections), ...figures(http), ...ratios(http, sql, empty)],
    ...(sql ? [["  its SQL", "", ...figures(sql), "", "", ""]] : []),
  ]);
  const widths = columns.map((column, at) => Math.max(column.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const row = (cells: string[]) =>
    say(cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  "));
  say("");
  row(columns);
  say("-".repeat(widths.reduce((sum, width) => sum + width + 2, -2)));
  for (const line of lines) row(line);
  say("\nTimes in ms. CPU per request: of the server (or of node-postgres in this process), and of all of PostgreSQL.");
}

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);
const figures = ({ per_second, p50_ms, p99_ms, node_cpu_ms, postgres_cpu_ms }: Figures) => [
  per_second.toFixed(0),
  ms(p50_ms),
  ms(p99_ms),
  ms(node_cpu_ms),
  ms(postgres_cpu_ms),
];

function ratios(http: Figures, sql: Figures | null, empty: Figures | undefined): string[] {
  if (!sql || !empty) return ["", "", ""];
  const floor = empty.node_cpu_ms + sql.node_cpu_ms + sql.postgres_cpu_ms;
  return [
    (http.per_second / sql.per_second).toFixed(2),
    (http.p99_ms / sql.p99_ms).toFixed(2),
    ((http.node_cpu_ms + http.postgres_cpu_ms) / floor).toFixed(2),
  ];
}

export function reportGoals(goals: Goal[]): void {
  say("");
  for (const { name, value, limit, passed } of goals) {
    say(`${passed ? "PASS" : "FAIL"}  ${name}: ${value} (goal: under ${limit})`);
  }
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
