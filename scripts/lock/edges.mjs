import { satisfies } from "semver";
import { platformOf } from "./platform.mjs";

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, optionalDependencies?: Record<string, string>, peerDependencies?: Record<string, string>, os?: string[], cpu?: string[], libc?: string[] }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 * @typedef {{ from: string, name: string, wanted: string }} Edge
 */

/**
 * The optional dependencies that some package of the lock names and the lock itself does not hold.
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
 * Peers, optional ones too, that would find a version they did not ask for. npm 11 lives with them, `npm ci` of npm 10 does not.
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
        : [`${from} asks for ${name}@${range} and finds ${found}`];
    }),
  );
}

/**
 * npm 10 forgets which C library a Linux binary needs, and then every machine fetches both.
 *
 * @param {Lock} lock
 */
export function entriesWithoutLibc(lock) {
  return Object.entries(lock.packages).filter(([path, entry]) => entry.os && !entry.libc && platformOf(path).libc);
}

/**
 * Node's own search: beside the package, then in every node_modules above it.
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
