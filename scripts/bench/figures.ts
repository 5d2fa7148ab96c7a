export type Figures = {
  per_second: number;
  p50_ms: number;
  p99_ms: number;
  /** Per request: of all processes of the server, or of this process for the SQL measurement. */
  node_cpu_ms: number;
  /** Per request: of all PostgreSQL processes. */
  postgres_cpu_ms: number;
};

export function figuresOf(latencies: number[], took_ms: number, cpu: { node: number; postgres: number }): Figures {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return {
    per_second: (latencies.length / took_ms) * 1_000,
    p50_ms: at(0.5),
    p99_ms: at(0.99),
    node_cpu_ms: cpu.node / latencies.length,
    postgres_cpu_ms: cpu.postgres / latencies.length,
  };
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** The median of each figure by itself. */
export function medianFigures(all: Figures[]): Figures {
  const median = (key: keyof Figures) => medianOf(all.map((one) => one[key]));
  return {
    per_second: median("per_second"),
    p50_ms: median("p50_ms"),
    p99_ms: median("p99_ms"),
    node_cpu_ms: median("node_cpu_ms"),
    postgres_cpu_ms: median("postgres_cpu_ms"),
  };
}
