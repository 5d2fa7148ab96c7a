import type { Figures } from "@/scripts/bench/figures";
import { number, printTable } from "@/scripts/bench/table";
import { say } from "@/scripts/bootstrap/steps.mjs";
import { type Compared, cpuOf, type Goal } from "./goals";

const columns = ["", "conn.", "req/s", "rival", "ratio", "p50", "rival", "p99", "rival", "CPU", "rival", "ratio"];

export function reportComparison(compared: Compared[]): void {
  const rows = compared.map(({ name, connections, ours, rival }) => [
    name,
    String(connections),
    ...beside(ours, rival, ({ per_second }) => per_second, true),
    ...beside(ours, rival, ({ p50_ms }) => p50_ms),
    ...beside(ours, rival, ({ p99_ms }) => p99_ms),
    shownCpu(ours),
    rival ? shownCpu(rival) : "",
    rival ? ratio(cpuOf(ours), cpuOf(rival)) : "",
  ]);
  printTable(columns, rows);
  say("\nMedians. Times in ms. CPU per request: of all processes of the server + of its PostgreSQL.");
}

function beside(ours: Figures, rival: Figures | null, of: (figures: Figures) => number, has_ratio = false): string[] {
  const both = [number(of(ours)), rival ? number(of(rival)) : ""];
  return has_ratio ? [...both, rival ? ratio(of(ours), of(rival)) : ""] : both;
}

const ratio = (ours: number, rival: number): string => `${(ours / rival).toFixed(2)}x`;

const shownCpu = ({ node_cpu_ms, postgres_cpu_ms }: Figures): string =>
  `${number(node_cpu_ms)} + ${number(postgres_cpu_ms)}`;

export function reportGoals(goals: Goal[]): void {
  const rows = goals.map(({ name, value, limit, is_met }) => [name, value, limit, is_met ? "PASS" : "MISSED"]);
  printTable(["Goals", "measured", "goal", ""], rows, [0, 3]);
}
