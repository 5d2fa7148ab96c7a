import { importGraph } from "./imports";
import { IS_CLIENT } from "./layers";
import type { Source } from "./source";

const DOCUMENTATION = /^lib\/contracts\/(.*\.docs|index)\.ts$/;
const IN_BROWSER = /^lib\/client\/|^instrumentation-client\.ts$/;

/** Documentation of contracts that a browser would load, each file named once with the imports that lead to it. */
export function documentedInBrowser(sources: Source[]): string[] {
  const edges = importGraph(sources);
  const roots = sources.filter(({ path, text }) => IN_BROWSER.test(path) || IS_CLIENT.test(text));
  const trails = new Map(roots.map(({ path }) => [path, path]));
  for (const [path, trail] of trails) {
    for (const next of edges.get(path) ?? []) if (!trails.has(next)) trails.set(next, `${trail} -> ${next}`);
  }
  return [...trails]
    .filter(([path]) => DOCUMENTATION.test(path))
    .map(([path, trail]) => `a browser loads ${path}: ${trail}`);
}
