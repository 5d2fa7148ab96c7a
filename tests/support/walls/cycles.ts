import { importsOf, pathOf } from "./imports";
import type { Source } from "./source";

const ENDINGS = ["", ".ts", ".tsx", ".mjs", "/index.ts", "/index.tsx"];

/** Circles of imports, each named once. What is imported for its type alone is gone before anything runs. */
export function cycles(sources: Source[]): string[] {
  const known = new Map(sources.map((source) => [source.path, source]));
  const edges = new Map(sources.map((source) => [source.path, targets(source, known)]));
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

function targets(source: Source, known: Map<string, Source>): string[] {
  return importsOf(source).flatMap(({ wanted, type_only }) => {
    const path = type_only ? null : pathOf(wanted, source.path);
    const file = path && ENDINGS.map((ending) => path + ending).find((candidate) => known.has(candidate));
    return file ? [file] : [];
  });
}

function nameOf(circle: string[]): string {
  const first = circle.indexOf([...circle].sort()[0] ?? "");
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return [...turned, turned[0]].join(" -> ");
}
