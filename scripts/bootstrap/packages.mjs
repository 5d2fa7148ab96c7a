import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const STAMP = "node_modules/.fitflow/lock-file";

/** @param {string} root */
export function packagesAreCurrent(root) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted(root);
}

/**
 * @param {string} root
 * @param {import("./steps.mjs").Progress} progress
 */
export async function installPackages(root, progress) {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const packages = Object.entries(lock.packages).filter(([path, entry]) => path && runsHere(entry));
  const count = () => {
    const present = packages.filter(([path]) => existsSync(join(root, path, "package.json"))).length;
    // npm fetches nearly everything before it unpacks the first package.
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

// Binaries differ by system and processor: a folder that was copied from another machine is installed anew.
/** @param {string} root */
function wanted(root) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  return `${lock} ${process.platform} ${process.arch}`;
}

/** @param {{ os?: string[], cpu?: string[], libc?: string[] }} entry */
function runsHere({ os, cpu, libc }) {
  return (
    (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch)) && (!libc || libc.includes("glibc"))
  );
}

/** @param {string} root */
function npmCi(root) {
  return new Promise((resolve, reject) => {
    // The demo and the tests need the development packages, whatever the surroundings say about production.
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
