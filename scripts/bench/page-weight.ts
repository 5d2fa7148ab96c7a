import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";

const build = join(process.cwd(), ".next");
const manifestName = "page_client-reference-manifest.js";

type ClientManifest = { entryJSFiles: Record<string, string[]> };

const sizes = new Map<string, number>();

function gzipSize(file: string): number {
  const known = sizes.get(file) ?? gzipSync(readFileSync(join(build, file))).length;
  sizes.set(file, known);
  return known;
}

const sum = (files: Iterable<string>): number => [...files].reduce((total, file) => total + gzipSize(file), 0);
const kB = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(7);

/** The scripts of a page and its layouts, without those of the framework. */
function scriptsOf(manifest: string, framework: ReadonlySet<string>): Set<string> {
  const scope: { globalThis: { __RSC_MANIFEST?: Record<string, ClientManifest> } } = { globalThis: {} };
  runInNewContext(readFileSync(manifest, "utf8"), scope);
  const [page] = Object.values(scope.globalThis.__RSC_MANIFEST ?? {});
  return new Set(
    Object.values(page?.entryJSFiles ?? {}).flatMap((files) => files.filter((file) => !framework.has(file))),
  );
}

/** Prints the JavaScript that each page loads before any interaction, in kB after gzip, beside what every page of Next needs. */
function main(): void {
  if (!existsSync(join(build, "build-manifest.json"))) throw new Error("Build first: npm run build");
  const { rootMainFiles } = JSON.parse(readFileSync(join(build, "build-manifest.json"), "utf8")) as {
    rootMainFiles: string[];
  };
  const framework = new Set(rootMainFiles);
  const app = join(build, "server/app");
  const pages = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(manifestName))
    .map((path) => ({
      page: `/${path.slice(0, -manifestName.length - 1)}`,
      scripts: scriptsOf(join(app, path), framework),
    }))
    .map(({ page, scripts }) => ({ page, count: scripts.size, bytes: sum(scripts) }))
    .sort((a, b) => b.bytes - a.bytes);
  const lines = pages.map(({ page, count, bytes }) => `${kB(bytes)} kB  ${String(count).padStart(3)} scripts  ${page}`);
  process.stdout.write(`${kB(sum(framework))} kB  the framework, on every page\n${lines.join("\n")}\n`);
}

main();
