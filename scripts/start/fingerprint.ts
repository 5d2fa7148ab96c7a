import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

// All inputs of `next build`, and what is packed beside its output.
const SOURCES = [
  "app",
  "components",
  "db",
  "inngest",
  "lib",
  "public",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "scripts/processes",
  "tsconfig.json",
];

/** A hash of the sources' contents, independent of machine and time. */
export function fingerprint(root: string): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) add(join(root, source), source);
  return hash.digest("hex").slice(0, 16);

  function add(path: string, name: string): void {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const entry of readdirSync(path).sort()) add(join(path, entry), `${name}/${entry}`);
    } else {
      const content = createHash("sha256").update(readFileSync(path)).digest("hex");
      hash.update(`${name}\0${content}\n`);
    }
  }
}
