import { importGraph } from "./imports";
import type { Source } from "./source";

/** Circles of imports, each named once. What is imported for its type alone is gone before anything runs. */
export function cycles(sources: Source[]): string[] {
  const edges = importGraph(sources);
  const done = new Set<string>();
  const found = new Set<string>();

  const visit = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.add(nameOf(trail.slice(start)));
    if (start >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return [...found];
}

function nameOf(circle: string[]): string {
  const first = circle.indexOf([...circle].sort()[0] ?? "");
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return [...turned, turned[0]].join(" -> ");
}
