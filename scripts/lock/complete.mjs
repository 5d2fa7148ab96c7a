// npm omits packages for other platforms from the lock file if the registry does not serve them, and `npm ci` then rejects the lock
// file on every machine. This adds the missing entries. Run it after every change of the dependencies.
import { readFileSync, writeFileSync } from "node:fs";
import { entriesWithoutLibc, missingOptionalEdges } from "./edges.mjs";
import { platformOf } from "./platform.mjs";

const FILE = new URL("../../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(FILE, "utf8"));
const missing = missingOptionalEdges(lock);

for (const { from, name, wanted } of missing) {
  if (!/^\d/.test(wanted))
    throw new Error(`${from} requires ${name}@${wanted}: add it manually with an exact version.`);
  const parent = lock.packages[from];
  lock.packages[`node_modules/${name}`] = {
    version: wanted,
    ...platformOf(name),
    ...(parent.dev && { dev: true }),
    optional: true,
  };
}

for (const [path, entry] of entriesWithoutLibc(lock)) Object.assign(entry, platformOf(path));

const [root = "", ...others] = Object.keys(lock.packages);
const sorted = [root, ...others.sort((a, b) => a.localeCompare(b, "en"))];
lock.packages = Object.fromEntries(sorted.map((path) => [path, lock.packages[path]]));

writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(missing.length ? `Added ${missing.length} entries for other platforms.` : "The lock file is complete.");
