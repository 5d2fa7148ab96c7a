import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

// Everything that `next build` reads. What is not in this list must not be able to change the result.
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
  "tsconfig.json",
];

/** A number for the contents of the sources: the same files give the same number, on every machine and at every time. */
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
