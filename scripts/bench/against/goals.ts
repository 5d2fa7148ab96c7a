import type { Figures } from "@/scripts/bench/figures";

/** Medians of one pair of requests. */
export type Compared = { name: string; connections: number; ours: Figures; rival: Figures | null };

/** Of the own server, before any load. */
export type Idle = { ready_ms: number; memory_mb: number };

export type Goal = { name: string; value: string; limit: string; is_met: boolean };

/** Ours relative to the rival's, in the same run: CPU at most, requests per second at least. */
const relative = [
  { name: "check-in", connections: 32, cpu: 0.33, rate: 3 },
  { name: "member list", connections: 32, cpu: 0.4, rate: 2.5 },
  { name: "member search", connections: 32, cpu: 0.2, rate: 5 },
  { name: "dashboard", connections: 8, cpu: 0.05, rate: 20 },
];

const EMPTY_CALL_MS = 0.5;
const IDLE_MB = 200;
const READY_MS = 2_000;

export const cpuOf = ({ node_cpu_ms, postgres_cpu_ms }: Figures): number => node_cpu_ms + postgres_cpu_ms;

export function goalsOf(compared: Compared[], { ready_ms, memory_mb }: Idle): Goal[] {
  const pairs = relative.flatMap(({ name, connections, cpu, rate }) => {
    const found = compared.find((one) => one.name === name && one.connections === connections);
    if (!found?.rival) return [];
    const { ours, rival } = found;
    return [
      atMost(`${name}, ${connections} connections: CPU per request`, cpuOf(ours) / cpuOf(rival), cpu, "x"),
      atLeast(
        `${name}, ${connections} connections: requests per second`,
        ours.per_second / rival.per_second,
        rate,
        "x",
      ),
    ];
  });
  const empty = compared.findLast(({ name }) => name === "empty authenticated call");
  return [
    ...pairs,
    ...(empty ? [atMost("empty authenticated call: CPU", cpuOf(empty.ours), EMPTY_CALL_MS, " ms")] : []),
    atMost("idle memory of a process", memory_mb, IDLE_MB, " MB"),
    atMost("start to ready", ready_ms, READY_MS, " ms"),
  ];
}

const atMost = (name: string, value: number, limit: number, unit: string): Goal => ({
  ...{ name, value: shown(value, unit), limit: `at most ${limit}${unit}` },
  is_met: value <= limit,
});

const atLeast = (name: string, value: number, limit: number, unit: string): Goal => ({
  ...{ name, value: shown(value, unit), limit: `at least ${limit}${unit}` },
  is_met: value >= limit,
});

const shown = (value: number, unit: string): string => `${value.toFixed(value < 100 ? 2 : 0)}${unit}`;
