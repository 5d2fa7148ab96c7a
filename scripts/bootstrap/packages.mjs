import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** @typedef {{ version: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry */

const STAMP = "node_modules/.fitflow/lock-file";

/** @param {string} root */
export function packagesAreCurrent(root) {
  const stamp = join(root, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted(root)) return true;
  if (!matchesLock(root)) return false;
  writeStamp(root);
  return true;
}

// WebAssembly fallbacks for platforms without a native binary. npm omits them if there is one.
/** @param {Entry} entry */
function isSpare({ optional, os, cpu }) {
  return optional && !os && !cpu;
}

// After a manual `npm ci`, npm's own record shows that the folder is current.
/** @param {string} root */
function matchesLock(root) {
  const note = join(root, "node_modules/.package-lock.json");
  if (!existsSync(note)) return false;
  const { packages } = JSON.parse(readFileSync(note, "utf8"));
  return packagesFor(root).every(([path, entry]) => packages[path]?.version === entry.version || isSpare(entry));
}

/**
 * @param {string} root
 * @param {import("./steps.mjs").Progress} progress
 */
export async function installPackages(root, progress) {
  const packages = packagesFor(root);
  const count = () => {
    const present = packages.filter(([path]) => existsSync(join(root, path, "package.json"))).length;
    // npm downloads nearly everything before it unpacks the first package.
    if (present < packages.length / 50) progress("downloading");
    else progress("unpacking", present, packages.length);
  };
  const timer = setInterval(count, 1_000);
  try {
    await npmCi(root);
  } finally {
    clearInterval(timer);
  }
  writeStamp(root);
  return `${packages.length} packages`;
}

/** @param {string} root */
function writeStamp(root) {
  const stamp = join(root, STAMP);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted(root));
}

// Binaries depend on system and processor: a folder copied from another machine is installed again.
/** @param {string} root */
function wanted(root) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  return `${lock} ${process.platform} ${process.arch}`;
}

/**
 * @param {string} root
 * @returns {[string, Entry][]}
 */
function packagesFor(root) {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(lock.packages).filter(([path, entry]) => path && runsHere(entry));
}

/** @param {Entry} entry */
function runsHere({ os, cpu, libc }) {
  return (
    (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch)) && (!libc || libc.includes("glibc"))
  );
}

/** @param {string} root */
function npmCi(root) {
  return new Promise((resolve, reject) => {
    // The demo and the tests need the development packages, also with NODE_ENV=production.
    const child = spawn("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "development" },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let words = "";
    const keep = (/** @type {Buffer} */ chunk) => {
      words = (words + chunk).slice(-4_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (cause) => reject(new Error("npm is missing. Install Node.js with npm.", { cause })));
    child.on("close", (code) =>
      code === 0
        ? resolve(undefined)
        : reject(new Error(`The packages could not be installed (npm ci):\n${words.trim()}`)),
    );
  });
}
