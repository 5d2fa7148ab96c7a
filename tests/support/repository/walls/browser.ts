import { importGraph, importsOf, packageOf } from "./imports";
import { IS_CLIENT } from "./layers";
import type { Source } from "./source";

const DOCUMENTATION = /^lib\/contracts\/(.*\.docs|index)\.ts$/;
const IN_BROWSER = /^lib\/client\/|^instrumentation-client\.ts$/;

/** 20 kB. `lib/values` computes in its place. */
const NEVER = ["temporal-polyfill"];
/** Larger than a whole page. A page loads them when a person needs them, by import(). */
const ON_DEMAND = ["zod"];

/** What a browser must not load, each file named once with the imports that lead to it. */
export function unwantedInBrowser(sources: Source[]): string[] {
  const ever = trailsInBrowser(sources, importGraph(sources));
  const at_load = trailsInBrowser(sources, importGraph(sources, { at_load: true }));
  const by_path = new Map(sources.map((source) => [source.path, source]));
  return [
    ...[...ever]
      .filter(([path]) => DOCUMENTATION.test(path))
      .map(([path, trail]) => `a browser loads ${path}: ${trail}`),
    ...[...ever].flatMap(([path, trail]) =>
      packagesOf(by_path.get(path), NEVER).map(({ wanted }) => `a browser loads ${wanted}: ${trail}`),
    ),
    ...[...at_load].flatMap(([path, trail]) =>
      packagesOf(by_path.get(path), ON_DEMAND)
        .filter(({ on_demand }) => !on_demand)
        .map(({ wanted }) => `a page loads ${wanted} at once: ${trail}`),
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

const packagesOf = (source: Source | undefined, names: readonly string[]) =>
  (source ? importsOf(source) : []).filter(({ wanted, type_only }) => !type_only && names.includes(packageOf(wanted)));
