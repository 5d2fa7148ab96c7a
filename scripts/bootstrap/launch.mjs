import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { installPackages, packagesAreCurrent } from "./packages.mjs";
import { say, step } from "./steps.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Installs the packages of a bare clone and then runs the TypeScript module of `load`. Up to here, only Node.js is available.
 *
 * @param {() => Promise<void>} before fast checks that may abort the command
 * @param {() => Promise<{ run: (argv: string[]) => Promise<void> }>} load
 */
export async function launch(before, load) {
  process.chdir(root);
  try {
    refuseOldNode();
    await before();
    if (!packagesAreCurrent(root)) await step("Packages", (progress) => installPackages(root, progress));
    const { register } = await import("tsx/esm/api");
    register();
    await (await load()).run(process.argv.slice(2));
  } catch (error) {
    say(`\n${error instanceof Error ? error.message : error}`);
    if (process.env.FITFLOW_TRACE && error instanceof Error) say(error.stack);
    process.exitCode = 1;
  }
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(
      `FitFlow Pro needs Node.js 20.19 or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`,
    );
  }
}
