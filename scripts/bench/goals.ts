import type { Measured } from "./measure";

export type Goal = { name: string; value: string; limit: string; passed: boolean };

const CHECK_IN_CPU = 1.5;
const SEARCH_P99 = 3;
const DASHBOARD_MS = 100;

export function goalsOf(measured: Measured[]): Goal[] {
  const of = (name: string) => measured.find((one) => one.name === name);
  const [empty, check_in, search, dashboard] = ["empty handler", "check-in", "member search", "dashboard page"].map(of);
  const goals: Goal[] = [];
  if (empty && check_in?.sql) {
    const cost = check_in.http.node_cpu_ms + check_in.http.postgres_cpu_ms;
    const floor = empty.http.node_cpu_ms + check_in.sql.node_cpu_ms + check_in.sql.postgres_cpu_ms;
    goals.push(goal("check-in: CPU relative to the empty handler plus SQL", cost / floor, CHECK_IN_CPU, "x"));
  }
  if (search?.sql) {
    goals.push(goal("member search: p99 relative to its SQL", search.http.p99_ms / search.sql.p99_ms, SEARCH_P99, "x"));
  }
  if (dashboard) goals.push(goal("dashboard page: server time, median", dashboard.http.p50_ms, DASHBOARD_MS, " ms"));
  return goals;
}

function goal(name: string, value: number, limit: number, unit: string): Goal {
  const digits = unit === "x" ? 2 : 0;
  return { name, value: `${value.toFixed(digits)}${unit}`, limit: `${limit}${unit}`, passed: value < limit };
}
