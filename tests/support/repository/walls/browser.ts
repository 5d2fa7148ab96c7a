import { importGraph, importsOf } from "./imports";
import { IS_CLIENT } from "./layers";
import type { Source } from "./source";

const DOCUMENTATION = /^lib\/contracts\/(.*\.docs|index)\.ts$/;
const POLYFILL = "temporal-polyfill";
const IN_BROWSER = /^lib\/client\/|^instrumentation-client\.ts$/;

/**
 * What a browser would load and should not, each file named once with the imports that lead to it: documentation of contracts, and
 * the polyfill of Temporal (20 kB), in whose place `lib/values` computes.
 */
export function unwantedInBrowser(sources: Source[]): string[] {
  const trails = browserTrails(sources);
  return sources.flatMap((source) => {
    const trail = trails.get(source.path);
    if (!trail) return [];
    if (DOCUMENTATION.test(source.path)) return [`a browser loads ${source.path}: ${trail}`];
    const is_polyfilled = importsOf(source).some(({ wanted, type_only }) => wanted === POLYFILL && !type_only);
    return is_polyfilled ? [`a browser loads ${POLYFILL}: ${trail}`] : [];
  });
}

/** The files that a browser loads, each with the imports that lead to it. */
function browserTrails(sources: Source[]): Map<string, string> {
  const edges = importGraph(sources);
  const roots = sources.filter(({ path, text }) => IN_BROWSER.test(path) || IS_CLIENT.test(text));
  const trails = new Map(roots.map(({ path }) => [path, path]));
  for (const [path, trail] of trails) {
    for (const next of edges.get(path) ?? []) if (!trails.has(next)) trails.set(next, `${trail} -> ${next}`);
  }
  return trails;
}
