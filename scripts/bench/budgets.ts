import type { Unit } from "./calibration";

/** CPU per request, in units of the calibration (scripts/bench/calibration.ts). */
export type Budget = { node: number; postgres: number };

/** A budget is lowered when a change makes its request cheaper. docs/performance.md says how. */
export const budgets: Record<string, Budget> = {
  "empty handler": { node: 2, postgres: 0.1 },
  "empty authenticated call": { node: 5, postgres: 4 },
  "check-in": { node: 11, postgres: 12 },
  "check-in by number": { node: 8, postgres: 11 },
  "member search": { node: 8, postgres: 13 },
  "member list": { node: 7, postgres: 5 },
  "member list, deep": { node: 7, postgres: 5.5 },
  occupancy: { node: 8, postgres: 18 },
  "dashboard page": { node: 110, postgres: 40 },
  "forecast of 12 months": { node: 4_000, postgres: 1_000 },
};

/** Two runs on one machine differ by less. */
const TOLERANCE = 0.15;

export type CpuOfRequest = { node_cpu_ms: number; postgres_cpu_ms: number };
export type Verdict = { name: string; used: Budget; budget: Budget; ratio: number; is_kept: boolean };

/**
 * Compares the CPU of a request with its budget. Both parts are added up at the speed of this machine, so that work may move between
 * Node and PostgreSQL. Time is never compared.
 */
export function verdictOn(name: string, budget: Budget, cpu: CpuOfRequest, unit: Unit): Verdict {
  const allowed_ms = budget.node * unit.node_ms + budget.postgres * unit.postgres_ms;
  const ratio = (cpu.node_cpu_ms + cpu.postgres_cpu_ms) / allowed_ms;
  return { name, used: usedOf(cpu, unit), budget, ratio, is_kept: ratio <= 1 + TOLERANCE };
}

export const usedOf = ({ node_cpu_ms, postgres_cpu_ms }: CpuOfRequest, { node_ms, postgres_ms }: Unit): Budget => ({
  node: node_cpu_ms / node_ms,
  postgres: postgres_cpu_ms / postgres_ms,
});
