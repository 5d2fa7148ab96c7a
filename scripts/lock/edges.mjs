import { satisfies } from "semver";
import { platformOf } from "./platform.mjs";

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, optionalDependencies?: Record<string, string>, peerDependencies?: Record<string, string>, os?: string[], cpu?: string[], libc?: string[] }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 * @typedef {{ from: string, name: string, wanted: string }} Edge
 */

/**
 * Optional dependencies that are missing in the lock file.
 *
 * @param {Lock} lock
 * @returns {Edge[]}
 */
export function missingOptionalEdges(lock) {
  return Object.entries(lock.packages).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !resolve(lock, from, name))
      .map(([name, wanted]) => ({ from, name, wanted })),
  );
}

/**
 * Peer dependencies, including optional ones, with a mismatching version. npm 11 tolerates them, `npm ci` of npm 10 does not.
 *
 * @param {Lock} lock
 * @returns {string[]}
 */
export function mismatchedPeers(lock) {
  return Object.entries(lock.packages).flatMap(([from, entry]) =>
    Object.entries(entry.peerDependencies ?? {}).flatMap(([name, range]) => {
      const found = resolve(lock, from, name)?.version;
      return !found || satisfies(found, range, { includePrerelease: true })
        ? []
        : [`${from} requires ${name}@${range}, found ${found}`];
    }),
  );
}

/**
 * Entries without `libc`. npm 10 drops the field, and then every machine downloads both variants.
 *
 * @param {Lock} lock
 */
export function entriesWithoutLibc(lock) {
  return Object.entries(lock.packages).filter(([path, entry]) => entry.os && !entry.libc && platformOf(path).libc);
}

/**
 * Node's resolution: next to the package, then in each parent node_modules.
 *
 * @param {Lock} lock
 * @param {string} from
 * @param {string} name
 */
function resolve(lock, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    const entry = lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`];
    if (entry || !folder) return entry;
  }
}
