import { importGraph, importsOf, packageOf } from "./imports";
import { IS_CLIENT } from "./layers";
import type { Source } from "./source";

const DOCUMENTATION = /^lib\/contracts\/(.*\.docs|index)\.ts$/;
const IN_BROWSER = /^lib\/client\/|^instrumentation-client\.ts$/;

/** Larger than a whole page. A page loads them when a person needs them, by import(). */
const ON_DEMAND = ["zod"];

/** What a browser must not load, each file named once with the imports that lead to it. */
export function loadedInBrowser(sources: Source[]): string[] {
  const documentation = trailsInBrowser(sources, importGraph(sources));
  const at_load = trailsInBrowser(sources, importGraph(sources, { at_load: true }));
  const texts = new Map(sources.map((source) => [source.path, source]));
  return [
    ...[...documentation]
      .filter(([path]) => DOCUMENTATION.test(path))
      .map(([path, trail]) => `a browser loads ${path}: ${trail}`),
    ...[...at_load].flatMap(([path, trail]) =>
      heavyPackages(texts.get(path)).map((name) => `a page loads ${name} at once: ${trail}`),
    ),
  ];
}

/** Each file that a browser loads, with the imports that lead to it. */
function trailsInBrowser(sources: Source[], edges: Map<string, string[]>): Map<string, string> {
  const roots = sources.filter(({ path, text }) => IN_BROWSER.test(path) || IS_CLIENT.test(text));
  const trails = new Map(roots.map(({ path }) => [path, path]));
  for (const [path, trail] of trails) {
    for (const next of edges.get(path) ?? []) if (!trails.has(next)) trails.set(next, `${trail} -> ${next}`);
  }
  return trails;
}

const heavyPackages = (source: Source | undefined): string[] =>
  (source ? importsOf(source) : [])
    .filter(({ wanted, type_only, on_demand }) => !type_only && !on_demand && ON_DEMAND.includes(packageOf(wanted)))
    .map(({ wanted }) => wanted);
